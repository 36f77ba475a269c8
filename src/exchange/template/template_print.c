#include "template_print.h"

#include "block.h"
#include "exchange/template.h"
#include "heading.h"
#include "template_messages.h"
#include "template_tables.h"

static void print_text(const char *text, struct buf *out)
{
	struct span rest = span_of(text), line;

	if (rest.len > 0)
		buf_add_char(out, '\n');
	while (span_take_line(&rest, &line)) {
		struct span inner = span_trim(line);
		buf_add(out, line.at, (size_t)(inner.at - line.at));
		if (template_is_special(inner))
			buf_add_char(out, '\\');
		buf_add(out, inner.at, inner.len);
		buf_add_char(out, '\n');
	}
}

static void print_cue(const char *text, struct buf *out)
{
	struct span rest = span_of(text), line;

	if (rest.len > 0)
		buf_add_char(out, '\n');
	while (span_take_line(&rest, &line))
		buf_addf(out, line.len ? "> %.*s\n" : ">\n", (int)line.len, line.at);
}

static void print_step(const struct item *item, const struct heading *heading, struct buf *out)
{
	buf_add_text(out, heading->in_block ? "\n### " : "\n## ");
	heading_print(item, heading, out);
	buf_add_char(out, '\n');
	print_text(item->room, out);
	print_cue(item->cue, out);
}

static void print_block(const struct template *template, const struct block *block, struct buf *out)
{
	struct heading heading = { .japanese = template->japanese, .in_block = true };

	buf_addf(out, "\n## %s ×%lld\n", block->name, (long long)block->rounds);
	for (size_t i = 0; i < block->len; i++) {
		heading.between = block->between[i];
		print_step(&template->items[block->first + i], &heading, out);
	}
}

void template_print(const struct template *template, struct buf *out)
{
	const struct heading heading = { .japanese = template->japanese };
	struct block block;
	size_t at = 0;

	buf_addf(out, "# %s\n", template->title);
	print_text(template->purpose, out);
	tables_print(template, out);
	while (at < template->len) {
		if (block_find(template->items, template->len, at, &block)) {
			print_block(template, &block, out);
			at += block_len(&block);
		} else {
			print_step(&template->items[at++], &heading, out);
		}
	}
	messages_print(template, out);
}
