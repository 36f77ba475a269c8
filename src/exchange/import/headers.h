/* headers.h - what the columns of spreadsheets and of published data sets are headed, as data.
 * Private to exchange. Compared by fold key without spaces, _ and - (columns.h), so 名称_カナ is 名称カナ and 方書（ビル名等） is
 * 方書(ビル名等). Source: 推奨データセット, 自治体標準オープンデータセット, 介護サービス情報公表, 障害福祉サービス等情報公表 (field.md 5.2). */
#ifndef EXCHANGE_HEADERS_H
#define EXCHANGE_HEADERS_H

#include "domain/entity.h"

#include <stddef.h>

/* Our own header of a field in Japanese, NULL where it has none; and the others, between bars, the likelier first. No word
 * stands for two fields of one entity. */
const char *headers_label(enum field field);
const char *headers_others(enum field field);

/* A column that says a part of a field, and what is written before it: `joint` only behind another part. */
struct link {
	const char *headers; /* between bars; NULL ends a chain */
	const char *joint, *label;
};

enum { LINKS_MAX = 7 };
struct chain {
	enum field field;
	struct link links[LINKS_MAX];
};

/* Columns that only together say a field, for rows in which no one column does. */
extern const struct chain headers_chains[];
extern const size_t headers_chains_len;

/* Columns that say more of a field, behind whatever says it. */
extern const struct chain headers_tails[];
extern const size_t headers_tails_len;

/* A data set as municipalities and ministries publish it: known by a column that only it has. */
struct dataset {
	const char *marks;   /* headers, between bars */
	const char *title;   /* what it is called where it comes from */
	const char *service; /* a header that elsewhere means something else, and here what is offered; NULL: none */
	enum card_kind kind;
};
extern const struct dataset datasets[]; /* the surest first */
extern const size_t datasets_len;

/* The number of an office, the same in each row of an office that offers several services. */
extern const char headers_office[];

#endif
