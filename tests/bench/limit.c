/* limit.c - the least an ncurses program can do: echo what is typed, above a status bar. Ctrl-D ends it. */
#include <curses.h>
#include <locale.h>

static void bar(void)
{
	attron(A_REVERSE);
	mvhline(LINES - 1, 0, ' ', COLS);
	mvaddstr(LINES - 1, 1, "limit");
	attroff(A_REVERSE);
	move(0, 0);
}

int main(void)
{
	enum { CTRL_D = 4, ENTER = 13 };
	wint_t point;

	setlocale(LC_ALL, "");
	set_escdelay(25);
	initscr();
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	bar();
	refresh();
	while (get_wch(&point) != ERR && point != CTRL_D) {
		wchar_t text[] = { (wchar_t)point, 0 };
		if (point == ENTER || getcurx(stdscr) > COLS - 4) {
			move(0, 0);
			clrtoeol();
		} else {
			addwstr(text);
		}
		refresh();
	}
	endwin();
	return 0;
}
