/* paper.h - the paper that lies on the tables, at the door and in the facilitator's hand, as HTML that a browser prints.
 * Floor: exchange. Pure. Each paper is one file that stands alone, for A4; cut marks and folds are printed with it. Source: field.md
 * 6.4; who may read what: field.md 4.3. */
#ifndef EXCHANGE_PAPER_H
#define EXCHANGE_PAPER_H

#include "base/buf.h"
#include "base/status.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "exchange/profile.h"

#include <stdbool.h>
#include <stddef.h>

/* What a paper is made of: only what its reader may see. Borrows. */
struct paper {
	const struct workbook *book;
	const struct run *run;
	const struct paper_kind *kind;
};

/* One row a paper: to add one is to write its function, which says how much it found to print. */
struct paper_kind {
	const char *name;     /* as `paper NAME` names it */
	const char *title;    /* catalogue key */
	const char *nothing;  /* where there is nothing to print: a sentence, catalogue key */
	enum profile profile; /* who reads it */
	bool is_sealed;       /* a secret until its moment: it is written only for who asks for it by name */
	const char *const *styles; /* files of paper/, NULL-ended */
	size_t (*write)(const struct paper *paper, struct buf *out);
};
extern const struct paper_kind paper_kinds[];
extern const size_t paper_kinds_len;

const struct paper_kind *paper_kind_of_name(const char *name); /* NULL: there is none */

/* Appends the document to out. ST_NOT_FOUND: there is nothing to print. The workbook holds whatever there is; for a sealed paper,
 * also what is sealed. */
MUST_CHECK enum status paper_write(const struct workbook *book, const struct run *run, const struct paper_kind *kind,
				   struct buf *out, struct fault *fault);

#endif
