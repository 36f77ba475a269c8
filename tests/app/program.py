"""The program as a command line sees it: a folder of its own, its words in, exit code and words out."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else 'yoriai'
NOBODY = 65534


class Case(unittest.TestCase):
    """Each test has a folder, where the database is `data/y.db` and files are made by name."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='yoriai-cli.')
        self.addCleanup(shutil.rmtree, self.folder)
        os.chmod(self.folder, 0o755)
        self.db = self.path('data', 'y.db')

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def file(self, name, content):
        with open(self.path(name), 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)

    def program_for(self, user):
        """The program, or where it stands in a folder that another user may not enter, a copy of it."""
        if user is None:
            return PROGRAM
        copy = self.path('program')
        if not os.path.exists(copy):
            shutil.copy(PROGRAM, copy)
            os.chmod(copy, 0o755)
        return copy

    def run_words(self, *words, stdin='', env=None, db=True, user=None, **options):
        """(exit code, stdout, stderr); env: what to set, or to take out where None."""
        told = dict(os.environ, HOME=self.folder, **({'YORIAI_DB': self.db} if db else {}))
        for name in ('XDG_DATA_HOME', 'NO_COLOR') + (() if db else ('YORIAI_DB',)):
            told.pop(name, None)
        for name, value in (env or {}).items():
            told.pop(name, None)
            if value is not None:
                told[name] = value
        done = subprocess.run([self.program_for(user), *words], input=stdin.encode() if isinstance(stdin, str) else stdin, env=told,
                              cwd=self.folder, stdout=options.pop('stdout', subprocess.PIPE), stderr=subprocess.PIPE,
                              timeout=60, user=user, **options)
        return done.returncode, (done.stdout or b'').decode(), done.stderr.decode()

    def ok(self, *words, **options):
        """What it says on stdout; it must go well and say nothing else."""
        code, out, err = self.run_words(*words, **options)
        self.assertEqual((code, err), (0, ''), words)
        return out

    def exported(self, *words):
        """The workshop as `export all` prints it; what it says beside is that this is for few to read."""
        code, out, err = self.run_words('export', 'all', *words)
        self.assertEqual(code, 0, err)
        self.assertRegex(err, '^yoriai: this holds what is private')
        return out

    def refused(self, code, pattern, *words, **options):
        """It must end by this code with a sentence on stderr, and print no result."""
        got, out, err = self.run_words(*words, **options)
        self.assertEqual(got, code, (words, err))
        self.assertRegex(err, pattern, words)
        self.assertTrue(err.startswith('yoriai: ') or err.startswith('usage: '), err)
        self.assertEqual(out, '', words)
        self.assertNotRegex(err, '[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', words)
