# What the steps of action.yml share; see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
LC_ALL=C
export LC_ALL
newline='
'

# annotate LEVEL TITLE MESSAGE: a message on the page of the run; it may hold foreign text.
annotate() {
  printf '::%s title=%s::' "$1" "$2"
  printf '%s\n' "$3" | tr -d '\000-\010\013-\014\016-\037' | sed -e 's/%/%25/g' -e "s/$(printf '\r')/%0D/g" |
    awk '{ printf "%s%s", gap, $0; gap = "%0A" }'
  echo
}

# stop MESSAGE: ends the step, because no run is possible; standard output may be captured, and the runner reads both.
stop() {
  annotate error awesome "$1" >&2
  exit 2
}

# foreign: writes standard input into the log, where no line of it is a command.
foreign() {
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  cat
  printf '\n::%s::\n' "$token"
}

# output NAME VALUE: an output of the step, of one line.
output() {
  printf '%s=%s\n' "$1" "$(printf '%s' "$2" | tr '\n\r' '  ')" >>"$GITHUB_OUTPUT"
}

# check_flag NAME VALUE: ends the step unless an input is true or false.
check_flag() {
  case $2 in
    true | false) ;;
    *) stop "the input \`$1\` is true or false, not \`$2\`" ;;
  esac
}

# enter: goes into the folder that the input names.
enter() {
  cd "$GITHUB_WORKSPACE" || stop "there is no workspace; run actions/checkout before"
  case $INPUT_WORKING_DIRECTORY in
    /*) folder=$INPUT_WORKING_DIRECTORY ;;
    *) folder=./$INPUT_WORKING_DIRECTORY ;;
  esac
  [ -d "$folder" ] || stop "there is no folder \`$INPUT_WORKING_DIRECTORY\`; run actions/checkout before"
  cd "$folder" || stop "the folder \`$INPUT_WORKING_DIRECTORY\` cannot be entered"
}

# repository: the root of the checkout that this folder is in, within the workspace; nothing where there is not one.
repository() {
  workspace=$(cd "$GITHUB_WORKSPACE" && pwd -P)
  top=$(pwd -P)
  until [ -e "$top/.git" ]; do
    case $top in "$workspace" | / | '') return 0 ;; esac
    top=${top%/*}
  done
  printf '%s\n' "$top"
}

# git, without what a repository could make it run, and without questions.
quiet_git() {
  GIT_TERMINAL_PROMPT=0 GIT_LITERAL_PATHSPECS=1 git -c core.hooksPath=/dev/null -c core.fsmonitor=false "$@"
}
