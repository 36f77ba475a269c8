/* status.h - how a call ends, and the sentence a person can act on.
 * Floor: base. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(n) __attribute__((format(printf, n, n + 1)))

/* Expected ways to fail; anything finer is said in the fault's sentence. */
enum status {
	ST_OK = 0,
	ST_NOT_FOUND, /* the thing named is not there */
	ST_INVALID,   /* the input is not of the form that was asked for */
	ST_REFUSED,   /* well-formed, but not allowed as things stand */
	ST_BUSY,      /* somebody else holds it for longer than we wait */
	ST_FULL,      /* no room on the disk */
	ST_IO,        /* the disk, the terminal or the file failed */
};

/* A sentence in the user's language: what failed, on what, why, what to do. Zeroed is "nothing to say". */
struct fault {
	char text[768];
};

/* Writes the sentence (cut between characters, never inside one) and returns st, so that report-and-return is one line.
 * fault may be NULL. The first sentence wins: a fault that already speaks is left as it is. */
enum status fault_set(struct fault *fault, enum status st, const char *format, ...) PRINTF(3);

#endif
