/* A line of the scenario as words: some by their place, some as key=value. */
#ifndef WORDS_H
#define WORDS_H

#include "abi.h"
#include "value.h"

#define MAX_WORDS 32

struct line {
  int number;
  int count;
  char *word[MAX_WORDS];
};

/* Cuts the text in place; words that hold blanks stand in double quotes. Answers how many there are. */
int split_line(char *text, int number, struct line *line);

/* The word at a place, or what is missing is said and the program ends. */
const char *word_at(const struct line *line, int place);
/* The value of a key, or NULL. */
const char *text_of(const struct line *line, const char *key);
double number_of(const struct line *line, const char *key, double otherwise);
void copy_text(const struct line *line, const char *key, const char *otherwise, char *into, size_t size);
void value_of(const struct line *line, const char *key, const char *otherwise, struct value *into);
answer answer_named(const struct line *line, const char *name);

/* A scenario that can't be understood is a mistake of the test's: says which line and ends the program. */
void reject(const struct line *line, const char *what, const char *word) __attribute__((noreturn));

#endif
