#include "formality.h"

const struct formality_look *formality_look(enum formality formality)
{
	static const struct formality_look looks[] = {
		[FORMALITY_UNSAID] = { "?", " - ", STYLE_LABEL },
		[FORMALITY_FORMAL] = { "F", "[F]", STYLE_FORMAL },
		[FORMALITY_INFORMAL] = { "I", "(I)", STYLE_INFORMAL },
		[FORMALITY_MIXED] = { "M", "<M>", STYLE_MIXED },
	};

	return &looks[formality];
}
