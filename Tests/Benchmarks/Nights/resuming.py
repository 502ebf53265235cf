"""Kills runs of check-links at random moments, continues them, and compares the result with that of an undisturbed run.

resuming.py PROGRAM FOLDER [KILLS] [SEED]
"""

import asyncio
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

LINKS, HOSTS = 300, 30
DATE = "1803643200"


class Server:
    """Counts the requests for each path; one in seven is gone, and every answer takes some milliseconds."""

    def __init__(self):
        self.counts = collections.Counter()
        self.ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        self.ready.wait()

    async def serve(self):
        server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await server.serve_forever()

    async def answer(self, reader, writer):
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                host = head.lower().split(b"host:", 1)[1].split(b"\r\n", 1)[0].strip().decode()
                self.counts[path] += 1
                number = int(path.rsplit("/", 1)[1])
                await asyncio.sleep(0.002 + number % 10 / 1000)
                status = "404 Not Found" if number % 7 == 0 else "200 OK"
                body = f"<title>Page {number}</title><p>Text of page {number} on {host}."
                writer.write(
                    f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def outcomes(path):
    """The URLs of the whole lines of a journal."""
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return []
    return [json.loads(line)["url"] for line in lines]


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    rng = random.Random(seed)
    server = Server()
    folder.mkdir(parents=True, exist_ok=True)
    entries = "".join(f"- [{n}](http://h{n % HOSTS}.example/{n}) - Text.\n" for n in range(LINKS))
    (folder / "a.md").write_text(f"# Awesome\n\n## Things\n\n{entries}")
    remaps = [f"--remap=http://h{n}.example/=http://127.0.0.1:{server.port}/h{n}/" for n in range(HOSTS)]
    command = [
        program, "check-links", "a.md", "--state", "s.jsonl", "--allow-address", "127.0.0.0/8", "--retries", "0",
        "--control-name", "localhost", "--format", "concise", *remaps]
    environment = {"SOURCE_DATE_EPOCH": DATE, "PATH": os.environ["PATH"], "HOME": str(folder)}

    def start(*more):
        return subprocess.Popen(
            command + list(more), cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def clear():
        for file in folder.glob("s.jsonl*"):
            file.unlink()
        server.counts.clear()

    clear()
    begin = time.monotonic()
    start().wait()
    duration = time.monotonic() - begin
    expected = (folder / "s.jsonl").read_bytes()
    journal = folder / "s.jsonl.run.jsonl"
    done, problems, continued = 0, [], 0
    while done < kills:
        clear()
        # A run is killed a few times before it may end.
        for left in range(rng.randint(1, 4), -1, -1):
            # A run that ended before it was killed has no journal: the next one is an ordinary run.
            known, before = outcomes(journal), dict(server.counts)
            process = start("--resume")
            if left:
                time.sleep(rng.uniform(0, duration * 1.1))
                process.kill()
                done += 1
            process.wait()
            continued += bool(known)
            problems += [f"{url} has two outcomes" for url, n in collections.Counter(known).items() if n > 1]
            for url in known:
                path = f"/h{url.split('//h')[1].split('.')[0]}/{url.rsplit('/', 1)[1]}"
                if server.counts[path] != before.get(path, 0):
                    problems.append(f"{url} was requested again")
        state = (folder / "s.jsonl").read_bytes()
        if state != expected:
            problems.append(f"the state differs after {done} kills")
        if len(server.counts) != LINKS:
            problems.append(f"{LINKS - len(server.counts)} links were never requested")
        if journal.exists():
            problems.append("the journal is still there")
    for problem in problems[:20]:
        print(problem)
    print(f"{done} kills (seed {seed}) of runs of {duration:.2f} s, {continued} runs continued: {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
