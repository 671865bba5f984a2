#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void reject(const struct line *line, const char *what, const char *word) {
  fprintf(stderr, "nvml stub: line %d of the scenario: %s%s%s\n", line->number, what, *word ? ": " : "", word);
  abort();
}

int split_line(char *text, int number, struct line *line) {
  line->number = number;
  line->count = 0;
  for (char *at = text; *at != '\0' && *at != '#';) {
    if (strchr(" \t\r\n", *at) != NULL) {
      *at++ = '\0';
      continue;
    }
    if (line->count == MAX_WORDS) reject(line, "too many words", "");
    line->word[line->count++] = at;
    int quoted = 0;
    for (; *at != '\0' && (quoted || strchr(" \t\r\n", *at) == NULL); at += 1)
      if (*at == '"') quoted = !quoted;
  }
  return line->count;
}

const char *word_at(const struct line *line, int place) {
  if (place >= line->count) reject(line, "a word is missing after", line->word[line->count - 1]);
  return line->word[place];
}

const char *text_of(const struct line *line, const char *key) {
  size_t length = strlen(key);
  for (int i = 1; i < line->count; i += 1)
    if (strncmp(line->word[i], key, length) == 0 && line->word[i][length] == '=') return line->word[i] + length + 1;
  return NULL;
}

double number_of(const struct line *line, const char *key, double otherwise) {
  const char *text = text_of(line, key);
  if (text == NULL) return otherwise;
  char *end;
  double number = strtod(text, &end);
  if (end == text || *end != '\0') reject(line, "no number", text);
  return number;
}

void copy_text(const struct line *line, const char *key, const char *otherwise, char *into, size_t size) {
  const char *text = text_of(line, key);
  if (text == NULL) text = otherwise;
  size_t used = 0;
  for (; *text != '\0'; text += 1) {
    if (*text == '"') continue;
    if (used + 1 == size) reject(line, "too long", text);
    into[used++] = *text;
  }
  into[used] = '\0';
}

void value_of(const struct line *line, const char *key, const char *otherwise, struct value *into) {
  const char *text = text_of(line, key);
  if (!parse_value(text == NULL ? otherwise : text, into)) reject(line, "no value", text);
}

answer answer_named(const struct line *line, const char *name) {
#define X(word, number) \
  if (strcmp(name, "NVML_" #word) == 0) return number;
  ANSWERS(X)
#undef X
  reject(line, "no answer of NVML", name);
}
