"""Every way out of the program, before the letter's step has begun and after: who reads what. Usage: doors_test.py YORIAI"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unittest

from program import PROGRAM, Case

AGENDA = '# L\n\n## 5 min Opening [together]\n\n> PRIVATECUE\n\n## 5 min The letter [letter]\n\nListen.\n\n## 5 min End [together]\n'
PEOPLE = ('name,kana,affiliation,occupation,invited_by,note\n'
          'PRIVATENAME,PRIVATEKANA,PRIVATEHOUSE,PRIVATEWORK,PRIVATEHOST,PRIVATEWORD\n')
CARDS = 'name,address,phone,note\nThe library,PRIVATESTREET,PRIVATEPHONE,PRIVATEREMARK\n'

SEALED = ('SEALEDSENDER', 'SEALEDLETTER')
ROOM_ONLY = ('ROOMONLYNAME',)
PRIVATE = ('PRIVATE',)

# Who stands behind a door, and what they never read.
HIDDEN = {'room': PRIVATE + ROOM_ONLY, 'tables': PRIVATE, 'organisers': ()}

# A door: the words, who stands behind it, and whether the letter is read there once its step has begun.
DOORS = [
    (['screen', 'audience', '--size', '120x36'], 'room', True), (['screen', 'audience', '--size', '80x24'], 'room', True),
    (['report'], 'room', True), (['report', '--format', 'json'], 'room', True),
    (['report', '--profile', 'partners'], 'tables', True), (['report', '--profile', 'partners', '--format', 'json'], 'tables', True),
    (['report', '--profile', 'internal'], 'organisers', True), (['report', '--profile', 'internal', '--format', 'json'], 'organisers', True),
    (['screen', 'scribe', '--size', '120x36'], 'tables', False), (['screen', 'home', '--size', '120x36'], 'room', False),
    (['screen', 'run', '--size', '120x36'], 'organisers', False), (['screen', 'help'], 'room', False),
    (['needs'], 'organisers', False), (['needs', '--json'], 'organisers', False),
    (['screen', 'plan', '--size', '120x36'], 'organisers', False), (['plan', '--json'], 'organisers', False),
    (['screen', 'story', '--size', '120x36'], 'tables', False), (['screen', 'seats', '--size', '120x36'], 'organisers', False),
    (['seat', '--time', '0.1'], 'organisers', False), (['seat', '--time', '0.1', '--json'], 'organisers', False),
    (['show'], 'organisers', True), (['show', '--json'], 'organisers', False),
    (['list'], 'room', False), (['list', '--json'], 'room', False), (['agenda'], 'room', False), (['agenda', '--json'], 'room', False),
    (['clock', 'status'], 'room', False), (['clock', 'status', '--json'], 'room', False), (['clock', 'refit'], 'room', False),
    (['search', 'e'], 'organisers', False), (['search', 'e', '--json'], 'organisers', False), (['search', 'SEALED'], 'organisers', False),
    (['export', 'all'], 'organisers', True), (['export', 'everything'], 'organisers', True), (['export', 'agenda'], 'organisers', False), (['export', 'agenda', '--format', 'json'], 'room', False),
    (['export', 'people'], 'organisers', False), (['export', 'cards'], 'organisers', False),
    (['log', '--table', '1', 'note', 'word', '--kind', 'idea'], 'room', False), (['check'], 'room', False), (['check', '--json'], 'room', False),
    (['templates'], 'room', False), (['completion', 'bash'], 'room', False),
    (['import', 'cards', 'cards.csv', '--dry-run'], 'room', False), (['merge', 'copy.db'], 'room', False),
    (['screen', 'people', '--size', '120x36'], 'organisers', False), (['screen', 'cards', '--size', '120x36'], 'organisers', False),
    (['screen', 'search', '--size', '120x36'], 'organisers', False), (['deck'], 'organisers', False),
    (['paper'], 'room', False), (['paper', 'tables'], 'room', False), (['paper', 'order'], 'room', False),
    (['paper', 'leaflet'], 'room', False), (['paper', 'cards'], 'tables', False), (['paper', 'scribe'], 'tables', False),
    (['paper', 'case'], 'tables', False), (['paper', 'agenda'], 'organisers', False), (['paper', 'people'], 'organisers', False),
    (['paper', 'contacts'], 'organisers', False),
]

# What writes no text of a workshop: a copy of the whole file, other workshops; consoles are opened below.
NO_DOORS = {'new', 'backup', 'demo', 'run', 'audience', 'scribe'}

CONSOLES = [(['audience'], 'room', True), (['scribe', '--table', '1'], 'tables', False), (['run'], 'organisers', False)]

# One after the other: what is done, and whether the letter may be read from then on.
MOMENTS = [
    ([], False),
    ([['clock', 'start'], ['clock', 'shutter', 'off']], False),
    ([['clock', 'freeze', 'on'], ['clock', 'freeze', 'off'], ['clock', 'pause']], False),
    ([['clock', 'end']], False),
    ([['clock', 'back'], ['clock', 'next']], True),
    ([['clock', 'undo']], False),
    ([['clock', 'next'], ['clock', 'shutter', 'off']], True),
]
# Elsewhere the letter is no longer on the screen, but may be read.
AFTERWARDS = [[['clock', 'next']], [['clock', 'end']]]


class Doors(Case):
    def setUp(self):
        super().setUp()
        for name, text in (('a.md', AGENDA), ('letter.txt', '# SEALEDSENDER\nSEALEDLETTER\n'), ('people.csv', PEOPLE), ('cards.csv', CARDS)):
            self.file(name, text)
        self.ok('new', 'L', '--template', './a.md', '--letter', 'letter.txt', '--tables', '1')
        self.ok('import', 'people', 'people.csv')
        self.ok('import', 'cards', 'cards.csv')
        self.ok('log', '--table', '1', 'offer', 'tea', '--by', 'ROOMONLYNAME')
        self.ok('backup', 'copy.db')

    def holds_none(self, text, marks, where):
        for mark in marks:
            self.assertNotIn(mark, text, where)

    def through(self, words):
        code, out, err = self.run_words(*words)
        self.assertIn(code, (0, 1), (words, err))
        return out if words[0] == 'search' else out + err

    def left_lying(self):
        """What stands in files that nobody asked for."""
        known = {'a.md', 'letter.txt', 'people.csv', 'cards.csv', 'y.db', 'y.db-wal', 'y.db-shm', 'copy.db'}
        texts = []
        for folder, _, names in os.walk(self.folder):
            for name in set(names) - known:
                with open(os.path.join(folder, name), 'rb') as file:
                    texts.append(file.read().decode('utf-8', 'replace'))
        return ''.join(texts)

    def look_into(self, words):
        """All that a console writes, up to the message that says that it stands as it is now, and to its end."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 36, 120, 0, 0))
        env = dict(os.environ, YORIAI_DB=self.db, HOME=self.folder, TERM='xterm-256color')
        console = subprocess.Popen([PROGRAM, *words], stdin=slave, stdout=slave, stderr=slave, env=env, cwd=self.folder,
                                   start_new_session=True)
        os.close(slave)
        self.addCleanup(lambda: console.poll() is None and console.send_signal(signal.SIGKILL))
        seen = self.read_until(master, lambda text: 'AAAAAAAA' in text or ('scribe' in words and 'tea' in text))
        if 'audience' in words:
            # A projector comes up shuttered: somebody has to open it.
            self.ok('clock', 'shutter', 'off')
            self.ok('clock', 'message', 'BBBBBBBB')
            seen += self.read_until(master, lambda text: 'BBBBBBBB' in text)
        elif 'run' in words:
            self.ok('clock', 'message', 'BBBBBBBB')
            seen += self.read_until(master, lambda text: 'BBBBBBBB' in text)
        os.write(master, b'q')
        seen += self.read_until(master, lambda text: False)
        self.assertEqual(console.wait(timeout=30), 0, words)
        os.close(master)
        self.ok('clock', 'message', 'AAAAAAAA')
        return seen

    def read_until(self, master, holds):
        text, until = '', time.monotonic() + 30
        while not holds(text):
            ready, _, _ = select.select([master], [], [], until - time.monotonic()) if time.monotonic() < until else ([], [], [])
            self.assertTrue(ready, 'it did not come: ' + text[-2000:])
            try:
                got = os.read(master, 65536)
            except OSError:
                break
            if not got:
                break
            text += got.decode('utf-8', 'replace')
        return text

    def walk(self, opened, shown):
        for words, reader, tells in DOORS:
            text = self.through(words)
            self.holds_none(text, HIDDEN[reader], words)
            on_stage = shown or words[:2] != ['screen', 'audience']
            if not opened or not tells:
                self.holds_none(text, SEALED, words)
            elif on_stage:
                self.assertIn('SEALEDLETTER', text, words)
        self.holds_none(self.left_lying(), SEALED + PRIVATE + ROOM_ONLY, 'files')

    def test_every_command_is_a_door_that_is_watched(self):
        watched = {words[0] for words, _, _ in DOORS} | NO_DOORS
        self.assertEqual(watched, set(re.findall(r'^  ([a-z]+)', self.ok('--help'), re.M)))

    def test_the_letter_is_read_nowhere_until_its_step_has_begun(self):
        for moment, (presses, opened) in enumerate(MOMENTS):
            for words in presses:
                self.ok(*words)
            with self.subTest(moment=moment):
                self.walk(opened, opened)
        for presses in AFTERWARDS:
            for words in presses:
                self.ok(*words)
            self.walk(True, False)

    def test_what_is_private_is_there_to_be_hidden(self):
        out = self.ok('export', 'people') + self.ok('export', 'cards') + self.ok('export', 'agenda') + self.ok('show')
        for mark in ('PRIVATENAME', 'PRIVATEWORD', 'PRIVATEPHONE', 'PRIVATESTREET', 'PRIVATECUE', 'ROOMONLYNAME'):
            self.assertIn(mark, out)

    def test_consoles_write_no_letter_before_its_step_either(self):
        self.ok('clock', 'start')
        self.ok('clock', 'message', 'AAAAAAAA')
        for opened in (False, True):
            for words, reader, tells in CONSOLES:
                text = self.look_into(words)
                self.holds_none(text, HIDDEN[reader], words)
                if opened and tells:
                    self.assertIn('SEALEDLETTER', text, words)
                else:
                    self.holds_none(text, SEALED, words)
            self.ok('clock', 'next')


if __name__ == '__main__':
    unittest.main()
