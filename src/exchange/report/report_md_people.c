/* report_md_people.c - how many came, by 立場 and by 分野: numbers, never names. */
#include "report_md.h"

#include "base/i18n.h"
#include "format/markdown.h"

#include <inttypes.h>

/* Who came; while that is not known, who said that they would. */
static size_t heads_of(const struct report *report, const struct heads *heads)
{
	return report->attendance.is_counted ? heads->came : heads->coming;
}

static bool has_before(const struct report *report)
{
	return report->others.before && report->others.before->is_counted;
}

/* "+3", "-2"; nothing where it is the same. */
static void add_change(struct buf *out, const struct report *report, const struct heads *heads, const struct heads *before)
{
	if (!report->attendance.is_counted)
		return;
	int64_t change = (int64_t)heads->came - (int64_t)before->came;
	if (change)
		buf_addf(out, " (%+" PRId64 ")", change);
}

static void add_kind(struct buf *out, const struct report *report, const char *name, const struct heads *heads,
		     const struct heads *before)
{
	if (!heads_of(report, heads) && !(before && before->came))
		return;
	buf_add_text(out, "| ");
	markdown_text(out, name);
	buf_addf(out, " | %zu", heads_of(report, heads));
	if (before) {
		add_change(out, report, heads, before);
		buf_addf(out, " | %zu", before->came);
	}
	buf_add_text(out, " |\n");
}

static void add_kinds(struct buf *out, const struct report *report, const char *title, const struct code_list *codes,
		      const struct heads *heads, const struct heads *before)
{
	buf_addf(out, "\n| %s | %s |", title, report->attendance.is_counted ? _("Came") : _("Said yes"));
	buf_addf(out, before ? " %s |\n| --- | ---: | ---: |\n" : "\n| --- | ---: |\n", _("Last time"));
	for (unsigned i = 0; i < codes->len; i++)
		add_kind(out, report, code_label(codes, i), &heads[i], before ? &before[i] : NULL);
}

static void add_part(struct buf *out, const char *format, size_t heads)
{
	if (!heads)
		return;
	buf_add_text(out, C_("between names", ", "));
	buf_addf(out, format, heads);
}

static void add_in_all(struct buf *out, const struct report *report)
{
	const struct heads *all = &report->attendance.all;

	buf_addf(out, report->attendance.is_counted ? _("Came in all: %zu") : _("Said yes in all: %zu"), heads_of(report, all));
	add_part(out, _("invited: %zu"), all->invited);
	add_part(out, _("late: %zu"), all->late);
	add_part(out, _("left early: %zu"), all->left);
	add_part(out, _("unannounced: %zu"), all->walked_in);
	add_part(out, _("did not come: %zu"), all->stayed_away);
	if (has_before(report))
		add_part(out, _("last time: %zu"), report->others.before->all.came);
	buf_add_char(out, '\n');
}

void md_attendance(struct buf *out, const struct report *report)
{
	const struct attendance *now = &report->attendance, *before = has_before(report) ? report->others.before : NULL;

	if (!now->all.invited && !now->all.came)
		return;
	buf_addf(out, "\n## %s\n\n", _("Who came"));
	add_in_all(out, report);
	add_kinds(out, report, _("Stance"), &codes_stance, now->by_stance, before ? before->by_stance : NULL);
	add_kinds(out, report, _("Field"), &codes_person_field, now->by_field, before ? before->by_field : NULL);
}
