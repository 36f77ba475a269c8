"""What a rehearsal costs and how true it is: two hours of kizuna at 60 times their speed, on three terminals at once.

usage: rehearsal.py YORIAI [SPEED]

Facilitator, room and scribe each have a terminal. The next step is pressed at the very moment that the plan has it, and what
the record says of it is held against the plan."""
import datetime
import fcntl
import json
import os
import pty
import selectors
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

BURST_S = 0.005  # what comes closer together than this is one paint
TICK = os.sysconf('SC_CLK_TCK')


class Console:
    """A program on a terminal of its own; counts what it sends."""

    def __init__(self, name, words, rows, cols, env):
        self.name, self.paints, self.bytes, self.last, self.heard = name, 0, 0, 0.0, None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('4H', rows, cols, 0, 0))
            os.execve(words[0], words, env)

    def take(self):
        try:
            got = os.read(self.fd, 65536)
        except OSError:  # the terminal is gone
            return False
        now = time.monotonic()
        self.paints += now - self.last > BURST_S
        self.last = now
        self.bytes += len(got)
        self.heard = self.heard or now
        if b'\x1b[6n' in got:
            os.write(self.fd, b'\x1b[1;2R')
        return bool(got)

    def costs(self):
        """How often it has waited so far, for something to do or for the disk, and seconds of the processor."""
        with open(f'/proc/{self.pid}/status') as status:
            switches = next(int(line.split()[1]) for line in status if line.startswith('voluntary_ctxt_switches'))
        with open(f'/proc/{self.pid}/stat') as stat:
            fields = stat.read().rsplit(')', 1)[1].split()
        return switches, (int(fields[11]) + int(fields[12])) / TICK


def watch(consoles, until):
    """Takes what they send until a moment."""
    selector = selectors.DefaultSelector()
    for console in consoles:
        selector.register(console.fd, selectors.EVENT_READ, console)
    while (left := until - time.monotonic()) > 0:
        for key, _ in selector.select(left):
            if not key.data.take():
                selector.unregister(key.fd)
    selector.close()


def told(yoriai, env, *words):
    return json.loads(subprocess.run([yoriai, *words, '--json'], env=env, stdout=subprocess.PIPE,
                                     stderr=subprocess.DEVNULL, check=True).stdout)


def main(yoriai, speed):
    folder = tempfile.TemporaryDirectory(prefix='yoriai-bench.')
    env = dict(os.environ, YORIAI_DB=folder.name + '/data/y.db', XDG_STATE_HOME=folder.name, TERM='xterm-256color')
    subprocess.run([yoriai, 'new', 'kizuna', '--template', 'kizuna', '--start', '2031-05-10 13:30', '--tables', '8'],
                   env=env, check=True, stdout=subprocess.DEVNULL)
    run = Console('run', [yoriai, 'run', '--rehearse', str(speed)], 24, 80, env)
    watch([run], time.monotonic() + 1)
    room = Console('audience', [yoriai, 'audience'], 36, 120, env)
    scribe = Console('scribe', [yoriai, 'scribe', '--table', '3'], 24, 80, env)
    consoles = [run, room, scribe]
    watch(consoles, time.monotonic() + 1)

    plan = [item['planned_s'] for item in told(yoriai, env, 'agenda')['items']]
    for console in consoles:
        console.paints = console.bytes = 0
    before = [console.costs() for console in consoles]
    begun, due_s, latencies = time.monotonic(), 0, []
    os.write(run.fd, b' ')
    for planned_s in plan:
        due_s += planned_s
        watch(consoles, begun + due_s / speed)
        if due_s == sum(plan):
            break
        room.heard, pressed = None, time.monotonic()
        os.write(run.fd, b'n')
        watch(consoles, pressed + 0.05)
        latencies.append((room.heard or pressed + 0.05) - pressed)
    took_s = time.monotonic() - begun
    costs = [console.costs() for console in consoles]
    print(f'{sum(plan) / 60:.0f} min at {speed}x in {took_s:.1f} s')
    print(f'{"":10}{"paints/s":>10}{"bytes/s":>10}{"waits/s":>10}{"CPU s":>8}')
    for console, was, now in zip(consoles, before, costs):
        print(f'{console.name:10}{console.paints / took_s:10.1f}{console.bytes / took_s:10.0f}'
              f'{(now[0] - was[0]) / took_s:10.1f}{now[1] - was[1]:8.2f}')
    moment = datetime.datetime.fromisoformat
    late = [(moment(item['actual_start']) - moment(item['planned_start'])).total_seconds()
            for item in told(yoriai, env, 'agenda')['items']]
    print('each step against its plan, in seconds of the workshop: ' + ' '.join(f'{s:+.0f}' for s in late))
    print(f'from the key to the room: median {statistics.median(latencies) * 1000:.1f} ms, longest {max(latencies) * 1000:.1f} ms')
    os.write(run.fd, b'q')
    watch(consoles, time.monotonic() + 1)
    for console in consoles:
        try:
            os.kill(console.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        os.waitpid(console.pid, 0)
    print('left behind: ' + (' '.join(set(os.listdir(folder.name + '/data')) - {'y.db'}) or 'nothing'))


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
