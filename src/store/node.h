/* node.h - who stamps: one number for this user on this machine, kept outside the database so that a copied file does
 * not carry it along. Private to store. */
#ifndef STORE_NODE_H
#define STORE_NODE_H

#include "base/env.h"

/* From $XDG_STATE_HOME/yoriai/node, drawn at first use. Where it cannot be kept, a number for this run only: two nodes
 * of one machine harm nothing. Never 0. */
uint64_t node_id(const struct env *env);

#endif
