"""A scribe over ssh: a real sshd on the loopback, with keys and a port of its own, and a key that is bound to table 3.

Usage: ssh_test.py YORIAI. The sshd runs as whoever runs the test; $YORIAI_SSHD names another than the one found."""
import fcntl
import json
import os
import pty
import pwd
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
import unittest

from program import PROGRAM, Case

LONG_S = 60
SSHD = os.environ.get('YORIAI_SSHD') or shutil.which('sshd', path=os.environ.get('PATH', '') + ':/usr/sbin:/usr/local/sbin')
USER = pwd.getpwuid(os.getuid())
SKIPPED = 77  # how meson is told
EMPTY_FOLDER = '/run/sshd'

# As in docs/ssh.md, but for what belongs to a real host: its port, its files, and a folder that others may write to above ours.
SERVER = '''
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
PidFile none
UsePAM no
StrictModes no
PermitRootLogin forced-commands-only
AuthenticationMethods publickey
AuthorizedKeysFile {folder}/keys
DisableForwarding yes
PermitUserRC no
PermitUserEnvironment no
MaxSessions 2
ClientAliveInterval 1
ClientAliveCountMax 3
SetEnv LC_ALL=C.UTF-8 LANGUAGE=en ASAN_OPTIONS={asan}
'''


def why_not():
    """What is missing for this test, or ''."""
    if not SSHD or not shutil.which('ssh') or not shutil.which('ssh-keygen'):
        return 'openssh-server and openssh-client are not installed'
    if not os.path.exists(USER.pw_shell) or 'nologin' in USER.pw_shell:
        return 'user %s has no login shell' % USER.pw_name
    if os.getuid() == 0:
        with open('/etc/shadow', encoding='utf-8') as shadow:
            if any(line.startswith(USER.pw_name + ':!') for line in shadow):
                return 'root is locked here'
    return ''


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Terminal:
    """ssh on a terminal of 24 by 80: keys in, bytes out."""

    def __init__(self, argv):
        self.heard = b''
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ['TERM'] = 'xterm-256color'
            os.execvp(argv[0], argv)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def listen(self):
        if not select.select([self.fd], [], [], 0.1)[0]:
            return True
        try:
            piece = os.read(self.fd, 65536)
        except OSError:
            return False
        self.heard += piece
        return bool(piece)

    def expect(self, text):
        """Waits for it in what has come since the last call."""
        end = time.monotonic() + LONG_S
        while text.encode() not in self.heard:
            if time.monotonic() > end or not self.listen():
                raise AssertionError('“%s” was not shown: %r' % (text, self.heard[-4000:]))
        self.heard = self.heard[self.heard.index(text.encode()) + len(text.encode()):]

    def end(self):
        """Its exit code, once it has ended by itself."""
        end = time.monotonic() + LONG_S
        while self.listen():
            if time.monotonic() > end:
                raise AssertionError('it has not ended: %r' % self.heard[-4000:])
        return self.wait()

    def wait(self):
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.fd)
        self.pid = 0
        return code

    def kill(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()


class OverSsh(Case):

    def setUp(self):
        super().setUp()
        self.ok('new', 'The radio', '--template', 'basic', '--tables', '4')
        for name in ('host', 'mine', 'strange'):
            subprocess.run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', self.path(name)], check=True)
        self.bind('mine', 3)
        self.make_empty_folder()
        self.start_server()

    def bind(self, key, table):
        """What may come in by the key is one command, as in docs/ssh.md."""
        with open(self.path(key + '.pub')) as public:
            self.file('keys', 'restrict,pty,command="%s --db %s scribe --table %d" %s'
                      % (PROGRAM, self.db, table, public.read()))

    def make_empty_folder(self):
        """Root's sshd wants it, and only its start script makes it."""
        if os.getuid() == 0 and not os.path.exists(EMPTY_FOLDER):
            os.mkdir(EMPTY_FOLDER, 0o755)
            self.addCleanup(os.rmdir, EMPTY_FOLDER)

    def start_server(self):
        self.port = free_port()
        asan = 'detect_leaks=0' if 'ASAN_OPTIONS' in os.environ else ''
        config = self.file('sshd_config', SERVER.format(port=self.port, folder=self.folder, asan=asan))
        self.log = open(self.path('log'), 'w+b')
        self.addCleanup(self.log.close)
        # It starts itself anew for each who comes, by the path it was started by.
        self.server = subprocess.Popen([os.path.abspath(SSHD), '-D', '-e', '-f', config], stdin=subprocess.DEVNULL,
                                       stdout=self.log, stderr=self.log)
        self.addCleanup(self.stop_server)
        end = time.monotonic() + LONG_S
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(('127.0.0.1', self.port)) == 0:
                    return
            self.assertIsNone(self.server.poll(), self.said())
            self.assertLess(time.monotonic(), end, self.said())
            time.sleep(0.05)

    def stop_server(self):
        self.server.terminate()
        self.server.wait(LONG_S)

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    def ssh(self, *words, key='mine', tty=True):
        options = ['BatchMode=yes', 'IdentitiesOnly=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null',
                   'LogLevel=ERROR', 'EscapeChar=none']
        return ['ssh', '-F', 'none', '-tt' if tty else '-T', '-p', str(self.port), '-i', self.path(key),
                *[part for option in options for part in ('-o', option)], *words]

    def open(self, *words):
        terminal = Terminal(self.ssh(USER.pw_name + '@127.0.0.1', *words))
        self.addCleanup(terminal.kill)
        return terminal

    def open_console(self, *words):
        terminal = self.open(*words)
        terminal.expect('Notes (')
        return terminal

    def run_ssh(self, *words, **options):
        return subprocess.run(self.ssh(*words, **options), stdin=subprocess.DEVNULL, capture_output=True, timeout=LONG_S)

    def wait_for_the_consoles_end(self):
        """It keeps what was typed, and ends by itself: then the database is one file again."""
        end = time.monotonic() + LONG_S
        while os.listdir(os.path.dirname(self.db)) != [os.path.basename(self.db)]:
            self.assertLess(time.monotonic(), end, 'the console has not ended')
            time.sleep(0.05)

    def shown(self):
        return self.ok('show', '--json')

    # --- what a scribe does ------------------------------------------------------------------------------------------------

    def test_an_entry_is_saved_at_table_3_and_the_console_leaves(self):
        console = self.open_console()
        console.type('o')
        console.expect('What somebody can do')
        console.type('朝の散歩で袋を出せます\r\r')
        console.expect('Saved.')
        console.type('q')
        self.assertEqual(console.end(), 0)
        self.assertIn('朝の散歩で袋を出せます', self.shown())

    def test_who_hangs_up_in_the_middle_of_a_line_finds_it_again(self):
        console = self.open_console()
        console.type('n')
        console.type('half a line')
        console.expect('half a line')
        console.kill()
        self.wait_for_the_consoles_end()
        again = self.open()
        again.expect('Here is what you were writing.')
        again.type('\r')
        again.expect('Saved.')
        again.type('q')
        self.assertEqual(again.end(), 0)
        self.assertIn('half a line', self.shown())

    def test_a_laptop_that_freezes_is_let_go_and_its_line_kept(self):
        console = self.open_console()
        console.type('n')
        console.type('before the frost')
        console.expect('before the frost')
        os.kill(console.pid, signal.SIGSTOP)
        self.wait_for_the_consoles_end()
        again = self.open()
        again.expect('Here is what you were writing.')
        again.type('\r')
        again.expect('Saved.')
        self.assertIn('before the frost', self.shown())

    # --- what a scribe cannot do -------------------------------------------------------------------------------------------

    def test_no_other_command_is_run(self):
        made = self.path('made')
        for words in (['touch ' + made], ['sh'], ['yoriai --db /tmp/x.db scribe --table 4'], ['scribe --table 4'],
                      ['; touch ' + made], ['$(touch %s)' % made], ['`touch %s`' % made], ['\n touch ' + made]):
            with self.subTest(words=words):
                console = self.open_console(*words)
                console.type('q')
                self.assertEqual(console.end(), 0)
                self.assertFalse(os.path.exists(made))
        self.assertFalse(os.path.exists('/tmp/x.db'))

    def test_only_table_3_is_written_to(self):
        console = self.open_console('yoriai scribe --table 4')
        console.type('o')
        console.expect('What somebody can do')
        console.type('whose table\r\r')
        console.expect('Saved.')
        console.type('q')
        self.assertEqual(console.end(), 0)
        tables = json.loads(self.shown())['tables']
        self.assertEqual([table['counts']['offers'] for table in tables], [0, 0, 1, 0])

    def test_there_is_no_way_to_a_shell(self):
        console = self.open_console()
        console.type('\x1a')
        console.expect('no shell')
        console.type(':')
        console.expect('Find a command')
        console.type('suspend\r')
        console.expect('no shell')
        console.type('q')
        self.assertEqual(console.end(), 0)

    def test_without_a_terminal_it_is_refused_in_words(self):
        done = self.run_ssh(USER.pw_name + '@127.0.0.1', 'cat /etc/passwd', tty=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, b'')
        self.assertIn(b'yoriai: ', done.stderr)

    def test_the_clients_environment_does_not_count(self):
        other = self.path('other.db')
        terminal = Terminal(self.ssh('-o', 'SetEnv=YORIAI_DB=%s XDG_CONFIG_HOME=%s' % (other, self.folder),
                                     USER.pw_name + '@127.0.0.1'))
        self.addCleanup(terminal.kill)
        terminal.expect('Notes (')
        terminal.type('q')
        self.assertEqual(terminal.end(), 0)
        self.assertFalse(os.path.exists(other))

    def test_nothing_is_forwarded_and_no_files_are_passed(self):
        me = USER.pw_name + '@127.0.0.1'
        for words in (['-W', '127.0.0.1:%d' % self.port, me], ['-N', '-o', 'ExitOnForwardFailure=yes', '-R', '0:127.0.0.1:1', me],
                      ['-s', me, 'sftp']):
            with self.subTest(words=words):
                done = self.run_ssh(*words, tty=False)
                self.assertNotEqual(done.returncode, 0)
                self.assertNotIn(b'SSH-2.0', done.stdout)

    def test_another_key_does_not_come_in(self):
        self.assertEqual(self.run_ssh(USER.pw_name + '@127.0.0.1', key='strange', tty=False).returncode, 255)


if __name__ == '__main__':
    missing = why_not()
    if missing:
        print('skipped: ' + missing)
        sys.exit(SKIPPED)
    unittest.main()
