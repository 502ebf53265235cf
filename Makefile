SWIFT ?= swift
PREFIX ?= /usr/local

LIST = awesome.md
RELEASE = .build/release/awesome
DEBUG = .build/debug/awesome

# On Linux the program carries Swift's libraries with it and runs where Swift is not installed; macOS has them.
ifeq ($(shell uname), Linux)
  RELEASE_FLAGS = --static-swift-stdlib -Xlinker -s
endif

STRICT_FLAGS = -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

# Tests that wait for servers and processes go first and alone: those that fill every core would starve them.
WAITING = ^(HTTPTests|LinkCheckingTests|awesomeTests)\.

# What is built for release: the program, or what measures a part of it.
PRODUCT = awesome

# All that may be tracked at the top of the repository.
TRACKED = Package.swift Sources Tests awesome.md README.md Makefile LICENSE action.yml .*

SEED = 1
SECONDS = 60

.PHONY: help run test sanitize bench fuzz docs format install dist check-dist clean setup release

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: release ## lint the list, render it into the README, check its links
	$(RELEASE) lint $(LIST)
	$(RELEASE) render $(LIST)
	@# Dead links (1) and a missing network (3) are for the reader: the other two jobs are done.
	$(RELEASE) check-links $(LIST) || case $$? in 1|3) ;; *) exit $$? ;; esac

ifdef ONLY
test: setup
	$(SWIFT) build --build-tests $(STRICT_FLAGS)
	$(SWIFT) test --skip-build --filter '$(ONLY)'
else
test: setup ## check the format, build with warnings as errors, run all tests; ONLY=NAME runs some
	@[ ! -e .git ] || { strays=$$(git ls-files -- . $(TRACKED:%=':!%')); [ -z "$$strays" ]; } || \
	  { echo "make: remove what must not be tracked, or add it to TRACKED:" $$strays >&2; exit 1; }
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	$(SWIFT) build --build-tests $(STRICT_FLAGS)
	$(SWIFT) test --skip-build --filter '$(WAITING)'
	$(SWIFT) test --skip-build --skip '$(WAITING)'
	$(DEBUG) render --check $(LIST)
	@if command -v python3 >/dev/null 2>&1; then AWESOME=$(DEBUG) python3 -B -m unittest discover -s Tests/Action; \
	  else echo "make: there is no python3, so the tests of the Action and the hooks are skipped" >&2; fi
endif

sanitize: setup ## run the tests of what has threads and C in it under the sanitizers
	$(SWIFT) test --sanitize=thread --scratch-path .build/thread --filter 'HTTPTests|LinkCheckingTests|MarkupTests|PageInspectionTests|YAMLTests'
	LSAN_OPTIONS=suppressions=Tests/leaks.txt \
	  $(SWIFT) test --sanitize=address --scratch-path .build/address --filter 'HTTPTests|LinkCheckingTests|MarkupTests|PageInspectionTests|YAMLTests'

bench: release ## measure the time and memory of each part, and compare them with other programs
	@status=0; for script in Tests/Benchmarks/*.sh; do echo "$$script"; sh "$$script" || status=1; done; exit $$status

fuzz: setup ## look for a text that breaks a promise; SEED and SECONDS say which and how long
	$(MAKE) release PRODUCT=Fuzzing
	.build/release/Fuzzing $(SEED) $(SECONDS) awesome.md Tests/*/Fixtures/*.md $(if $(AWESOME_CORPUS),$(wildcard $(AWESOME_CORPUS)/*.md))

docs: ## write the rules, and what the commands shown print, into the README and the guides
	$(SWIFT) build --build-tests $(STRICT_FLAGS)
	UPDATE_GOLDENS=1 $(SWIFT) test --skip-build --filter '^awesomeTests\.DocumentationTests'

format: ## format the sources
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

install: release ## install the program, its manual pages and completions into PREFIX, /usr/local by default
	.ci/install $(RELEASE) "$(DESTDIR)$(PREFIX)"

dist: ## make the files of a release for Linux in .build/dist: archives, a wheel and a package for Debian
	.ci/dist/build

check-dist: ## run the files of a release where nothing is installed; as root, in other Debians too
	.ci/dist/check

clean: ## remove what was built
	rm -rf .build

setup:
	@.ci/setup

release: setup
	$(SWIFT) build -c release --product $(PRODUCT) $(RELEASE_FLAGS)
