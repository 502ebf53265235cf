"""A Slurm cluster of one node, this machine, from Debian's packages munge, slurmctld, slurmd and slurm-client."""

import getpass
import os
import secrets
import shutil
import socket
import subprocess
import time

PATH = f"{os.environ['PATH']}:/usr/sbin"
IS_HERE = all(shutil.which(name, path=PATH) for name in ["munged", "slurmctld", "slurmd", "sbatch"])

# Looks for work every second, and takes the numbers of the node as they are written here.
CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0,builtin_interval=1
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=2048
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Slurm:
    """The cluster while it is entered; `environment` is for its commands."""

    def __init__(self, folder):
        self.folder = folder
        for name in ["state", "spool"]:
            (folder / name).mkdir(parents=True)
        (folder / "key").write_bytes(secrets.token_bytes(1024))
        (folder / "key").chmod(0o400)
        host = socket.gethostname().split(".")[0]
        self.file = folder / "slurm.conf"
        self.file.write_text(CONFIGURATION.format(
            host=host, folder=folder, user=getpass.getuser(), ports=[free_port(), free_port()]))
        self.environment = {"SLURM_CONF": str(self.file)}
        self.daemons = []

    def start(self, *command):
        environment = self.environment | {"PATH": PATH}
        log = open(self.folder / f"{command[0]}.log", "wb")
        with log:
            self.daemons.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))

    def __enter__(self):
        folder = self.folder
        # The folder of a test may belong to somebody else than munge likes.
        self.start(
            "munged", "--foreground", "--force", f"--key-file={folder}/key", f"--socket={folder}/munge",
            f"--pid-file={folder}/munge.pid", f"--log-file={folder}/munge.log", f"--seed-file={folder}/seed")
        self.start("slurmctld", "-D", "-f", str(self.file))
        self.start("slurmd", "-D", "-f", str(self.file))
        return self

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()

    def wait(self):
        """Waits until every job has ended, and its last process too."""
        deadline = time.monotonic() + 60
        environment = self.environment | {"PATH": PATH}
        while subprocess.run(["squeue", "--noheader"], env=environment, check=True, capture_output=True).stdout:
            if time.monotonic() > deadline:
                raise TimeoutError(self.logs())
            time.sleep(0.2)

    def logs(self):
        return "\n".join(file.read_text(errors="replace")[-2000:] for file in self.folder.glob("*.log"))
