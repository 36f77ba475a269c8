"""The facilitator's console line by line: through pipes, on a dumb terminal, beside others. Usage: plain_test.py YORIAI"""
import json
import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import termios
import time
import unittest

from program import PROGRAM, Case

LONG_S = 30
SOURCE = os.environ['YORIAI_SOURCE']
COMMAND = re.compile(r'^COMMAND\((\w+), (\w+), ', re.M)
FORBIDDEN = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]')


def commands_of(*scopes):
    """Names in the table that the program was built from."""
    with open(os.path.join(SOURCE, 'include/command/commands.def'), encoding='utf-8') as table:
        return [name for scope, name in COMMAND.findall(table.read()) if scope in scopes]


class Console:
    """A running program: lines in, and what has come out so far."""

    def __init__(self, words, env):
        self.heard, self.seen = b'', 0
        # In a group of its own, as a shell starts it.
        self.program = subprocess.Popen([PROGRAM, *words], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, process_group=0)

    def type(self, *lines):
        for line in lines:
            self.program.stdin.write(line if isinstance(line, bytes) else line.encode() + b'\n')
        self.program.stdin.flush()

    def listen(self, wait_s):
        if not select.select([self.program.stdout], [], [], wait_s)[0]:
            return True
        piece = os.read(self.program.stdout.fileno(), 65536)
        self.heard += piece
        return bool(piece)

    def expect(self, pattern):
        """Waits for it in what came since the last call; gives the match."""
        end = time.monotonic() + LONG_S
        while True:
            text = self.heard[self.seen:].decode('utf-8', 'ignore')
            found = re.search(pattern, text, re.M)
            if found:
                self.seen += len(text[:found.end()].encode())
                return found
            if time.monotonic() > end or not self.listen(0.1):
                raise AssertionError('“%s” was not said: %s' % (pattern, self.heard.decode('utf-8', 'replace')))

    def end(self):
        """What it says until it ends, and how it ends."""
        while self.listen(LONG_S):
            pass
        code = self.program.wait(LONG_S)
        self.program.stdin.close()
        self.program.stdout.close()
        with self.program.stderr as errors:
            return code, self.heard.decode(), errors.read().decode()


class Plain(Case):
    def setUp(self):
        super().setUp()
        self.consoles = []
        self.addCleanup(self.kill_all)
        self.ok('new', 'The radio', '--template', 'basic', '--tables', '3')

    def kill_all(self):
        for console in self.consoles:
            if console.program.poll() is None:
                console.program.kill()
                console.end()

    def environment(self, **more):
        told = dict(os.environ, **{'HOME': self.folder, 'YORIAI_DB': self.db, 'TERM': 'dumb', **more})
        for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'NO_COLOR'):
            told.pop(name, None)
        return told

    def start(self, *words, **env):
        console = Console(['run', '--plain', *words], self.environment(**env))
        self.consoles.append(console)
        console.expect(r'^(The radio|.*ヘルプ)')
        return console

    def behind(self):
        """How many facts the index of all texts does not know yet."""
        base = sqlite3.connect('file:%s?mode=ro' % self.db, uri=True)
        try:
            return base.execute("SELECT max(seq) - coalesce((SELECT value FROM meta WHERE key LIKE 'indexed%'), 0) FROM fact").fetchone()[0]
        finally:
            base.close()

    def wait_for_index(self, console):
        end = time.monotonic() + LONG_S
        while self.behind() and time.monotonic() < end:
            console.listen(0.1)
        self.assertEqual(self.behind(), 0)

    def status(self):
        return json.loads(self.ok('clock', 'status', '--json'))

    def assert_clean(self, text):
        self.assertIsNone(FORBIDDEN.search(text), text)


class Lines(Plain):
    def test_a_script_drives_a_workshop_and_leaves_at_its_end(self):
        script = 'next\nadd 3\nadd\n2\nmessage あと5分です\nshutter\ntable_state 2 ready\npause\n'
        out = self.ok('run', '--plain', stdin=script, env={'TERM': None})
        self.assert_clean(out)
        for said in ('Step 1 of 7, “Opening”: 5 min left', '8 min left', 'How much time', '10 min left', 'あと5分です',
                     'The room sees the contents', 'Table 2: ready to tell. 1 of 3 are ready', 'The clock is paused'):
            self.assertIn(said, out)
        status = self.status()
        self.assertEqual((status['state'], status['item']['adjust_s']), ('paused', 300))
        self.assertTrue(out.splitlines()[-1].startswith('You have left'))

    def test_a_bell_is_said_and_rings_where_it_was_asked_for(self):
        for words, bells in (((), 0), (('--bell',), 1)):
            out = self.ok('run', '--plain', *words, stdin='bell_1\n')
            self.assertIn('Bell 1 rings.\n', out)
            self.assertEqual(out.count('\a'), bells)

    def test_every_command_of_the_table_is_reached_by_its_name(self):
        names = [name for name in commands_of('plain', 'run', 'everywhere') if name not in ('quit', 'suspend')]
        self.assertGreater(len(names), 30)
        for lang in ('en', 'ja'):
            lines = ''.join('%s\ncancel\nやめる\n' % name for name in names)
            out = self.ok('--lang', lang, 'run', '--plain', stdin=lines)
            self.assert_clean(out)
            unknown = re.findall('(?:no command “|)「?(\\w+)[」”](?: ?という操作はありません|; “)', out)
            self.assertFalse(set(unknown) & set(names), unknown)
            self.assertNotIn('Several commands', out)
            self.assertNotIn('いくつかあります', out)

    def test_help_is_the_table(self):
        for lang, scopes in (('en', ('plain', 'run', 'everywhere')), ('ja', ('run',))):
            out = self.ok('--lang', lang, 'run', '--plain', stdin='help\n')
            for name in commands_of(*scopes):
                self.assertRegex(out, r'(?m)^(%s|.*[（(]%s[)）])[:：]' % ((re.escape(name),) * 2))
        self.assertIn('Take back', self.ok('run', '--plain', stdin='help undo\n'))

    def test_a_line_that_means_nothing_or_too_much_does_nothing(self):
        before = self.exported()
        out = self.ok('run', '--plain', stdin='frobnicate\nturn 3\nnext please\npass 9\nevery x\nadd soon\n')
        for said in ('no command “frobnicate”', 'Several commands begin so:\n', '“please” behind it nothing was done',
                     'There is no table 9', '“x” is no number of minutes', '“soon” is no length'):
            self.assertIn(said, out)
        self.assertEqual(self.exported(), before)

    def test_a_question_is_answered_by_number_or_name_or_not_at_all(self):
        console = self.start()
        console.type('next', 'end')
        console.expect('^1: Go on\n2: End it$')
        console.type('3')
        console.expect('from 1 to 2, or “cancel”')
        console.type('')
        console.expect('^1: Go on\n')
        console.type('cancel')
        console.expect('Nothing was done')
        self.assertEqual(self.status()['state'], 'running')
        console.type('table_state')
        console.expect('Which table')
        console.type('２')
        console.expect('How far is table 2')
        console.type('talk')
        console.expect('Table 2: talking')
        console.type('end', 'End')
        console.expect('The workshop ended at')
        self.assertEqual(self.status()['state'], 'ended')
        console.type('q')
        self.assertEqual(console.end()[0], 0)

    def test_whatever_is_typed_comes_out_clean(self):
        bad = b'message \x1b[31mred\xe2\x80\xae\x07\nmessage \xff\xfe\x00x\n' + b'a' * 100000 + b'\n\xe3\x81\nadd \x1b]0;x\x07\r\n'
        out = self.ok('run', '--plain', stdin=bad + b'message last words')
        self.assert_clean(out)
        self.assertIn('[31mred', out)
        self.assertIn('too long; nothing', out)
        self.assertIn('The room reads: “last words”', out)
        self.ok('check')

    def test_japanese_names_and_sentences(self):
        console = self.start(LANGUAGE='ja')
        console.type('次の項目', '時間の増減　３', 'ヘルプ 次')
        console.expect('^項目1（全7）「Opening」。残り5分です。')
        console.expect('残り8分です。')
        console.expect('^次の項目（next）：')
        console.type('検索　ﾃｰﾌﾞﾙ２')
        console.expect('^テーブル2：')
        console.type('検索　ほげ')
        console.expect('「ほげ」のある行はありません。')
        console.type('出る')
        self.assertEqual(console.end()[0], 0)


class Others(Plain):
    def test_what_others_do_is_told_at_once(self):
        console = self.start()
        self.ok('clock', 'next')
        console.expect('^Step 1 of 7, “Opening”: (5 min|4 min 59 s) left')
        self.ok('clock', 'add', '10')
        console.expect('1[45] min( 5. s)? left')
        self.ok('clock', 'message', 'From elsewhere')
        console.expect('^The room reads: “From elsewhere”$')
        second = self.start()
        second.expect('^Step 1 of 7')
        console.type('next')
        second.expect('^Step 2 of 7')
        self.ok('clock', 'end')
        for each in (console, second):
            each.expect('^The workshop ended at')
            each.type('q')
            self.assertEqual(each.end()[0], 0)

    def test_a_scribe_comes_and_goes(self):
        console = self.start()
        screen, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        scribe = subprocess.Popen([PROGRAM, 'scribe', '--table', '2'], env=self.environment(TERM='xterm-256color'), stdin=theirs,
                                  stdout=theirs, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(theirs)
        console.expect('A scribe has come to table 2')
        scribe.terminate()
        console.expect('The scribe of table 2 has gone')
        os.close(screen)
        scribe.wait(LONG_S)
        console.type('q')
        self.assertEqual(console.end()[0], 0)

    def assert_asleep(self, console, for_s=2.5):
        """So long that who counts seconds would wake twice, nothing wakes it, once what was written is in the index."""
        def switches():
            with open('/proc/%d/status' % console.program.pid, encoding='ascii') as status:
                return int(re.search(r'^voluntary_ctxt_switches:\s+(\d+)', status.read(), re.M).group(1))

        def settled():
            while True:
                before = switches()
                if not select.select([console.program.stdout], [], [], 0.3)[0] and switches() == before:
                    return before
                console.listen(0)
        self.wait_for_index(console)
        before = settled()
        self.assertFalse(select.select([console.program.stdout], [], [], for_s)[0])
        self.assertEqual(switches(), before)

    def test_nothing_wakes_it_while_there_is_nothing_to_say(self):
        console = self.start()
        self.assert_asleep(console)
        console.type('every 0', 'next')
        console.expect('^Step 1 of 7')
        self.assert_asleep(console)
        console.type('pause')
        console.expect('is paused')
        self.assert_asleep(console)
        console.type('q')
        self.assertEqual(console.end()[0], 0)

    def test_the_time_is_said_when_it_comes(self):
        console = self.start()
        console.type('every 0', 'next', 'add -3:57')
        console.expect('1 min [23] s left')
        console.expect('^1 min left')
        console.type('add -1')
        console.expect('is over')
        console.type('q')
        self.assertEqual(console.end()[0], 0)


class Ends(Plain):
    def test_a_signal_is_a_good_end(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            console = self.start()
            console.type('message until %d' % number)
            console.expect('until %d' % number)
            console.program.send_signal(number)
            code, out, err = console.end()
            self.assertEqual((code, err), (-number, ''))
            self.assertIn('You have left', out)
        self.ok('check')

    def test_a_reader_that_left_ends_it(self):
        console = self.start()
        console.program.stdout.close()
        console.type('next')
        self.assertNotEqual(console.program.wait(LONG_S), 0)
        console.program.stdin.close()
        console.program.stderr.close()
        self.assertEqual(self.status()['state'], 'running')

    def test_it_is_suspended_and_goes_on(self):
        console = self.start()
        console.type('suspend')
        self.assertTrue(os.WIFSTOPPED(os.waitpid(console.program.pid, os.WUNTRACED)[1]))
        self.ok('clock', 'next')
        console.program.send_signal(signal.SIGCONT)
        console.expect('^Step 1 of 7')
        console.type('q')
        self.assertEqual(console.end()[0], 0)

    def die_and_come_back(self):
        console = self.start()
        console.type('next')
        console.expect('Step 1 of 7')
        self.ok('clock', 'backdate', time.strftime('%H:%M', time.localtime(time.time() - 900)))
        console.expect('over the time')
        console.program.kill()
        console.end()
        self.ok('list')
        base = sqlite3.connect(self.db)
        self.assertEqual(base.execute('UPDATE heartbeat SET wall_ms = wall_ms - 600000, boot_ms = boot_ms - 600000').rowcount, 1)
        base.commit()
        base.close()
        return self.start()

    def test_in_a_quiet_moment_the_index_of_all_texts_is_brought_up(self):
        console = self.start()
        self.assertGreater(self.behind(), 0)
        self.ok('log', '--table', '2', 'offer', '回覧板を回します')
        self.wait_for_index(console)
        self.assertIn('回覧板', self.ok('search', '覧板'))
        self.ok('check')

    def test_after_a_crash_it_asks_what_the_time_was(self):
        console = self.die_and_come_back()
        console.expect('was away for 10 min.* while a step was running')
        console.expect('^1: It went on\n2: Count that time as a pause\n3: ')
        console.type('count')
        console.expect('Counted as a pause')
        self.assertIn(self.status()['item']['pauses_s'] // 10, (60, 61, 62))
        console.type('q')
        self.assertEqual(console.end()[0], 0)


class Dumb(Plain):
    def on_terminal(self, *words, term='dumb'):
        """Starts it on a terminal of its own; gives that terminal."""
        screen, theirs = pty.openpty()
        modes = termios.tcgetattr(theirs)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, modes)
        self.program = subprocess.Popen([PROGRAM, *words], env=self.environment(TERM=term), stdin=theirs, stdout=theirs, stderr=theirs,
                                        start_new_session=True)
        os.close(theirs)
        self.addCleanup(self.program.kill)
        self.addCleanup(os.close, screen)
        return screen

    def read_until(self, screen, wanted):
        heard, end = b'', time.monotonic() + LONG_S
        while wanted not in heard:
            self.assertTrue(time.monotonic() < end and select.select([screen], [], [], LONG_S)[0], heard)
            try:
                heard += os.read(screen, 65536)
            except OSError:
                break
        return heard

    def test_a_dumb_terminal_gets_no_escape_and_no_bell(self):
        screen = self.on_terminal('run', '--plain')
        heard = self.read_until(screen, b'Opening')
        for line, wanted in ((b'next\n', b'Step 1 of 7'), (b'bell_1\n', b'\n'), (b'theme\n', b'full screen'), (b'redraw\n', b'full screen'),
                             (b'help\n', b'everything is saved'), (b'+\n', b'6 min left'), (b'\x04', b'You have left')):
            os.write(screen, line)
            heard += self.read_until(screen, wanted)
        self.assertEqual(self.program.wait(LONG_S), 0)
        self.assertEqual([byte for byte in heard if byte < 32 and byte not in b'\r\n'], [], heard)

    def test_who_has_no_screen_is_told_of_lines(self):
        for term in ('dumb', 'nosuchterminal'):
            screen = self.on_terminal('run', term=term)
            heard = self.read_until(screen, b'run --plain')
            self.assertIn(b'yoriai run --plain', heard)
            self.assertNotEqual(self.program.wait(LONG_S), 0)
        self.refused(2, 'yoriai run --plain', 'run')


if __name__ == '__main__':
    unittest.main()
