/* Numbers that change with time, told by a few words: see value.c for how they are written. */
#ifndef VALUE_H
#define VALUE_H

enum shape { CONSTANT, RISING, PULSE, OF_PROCESSES };

struct value {
  enum shape shape;
  /* CONSTANT: start. RISING: start, then so much more each second. */
  double start, per_second;
  /* PULSE, seconds: each period begins with a part (0-1) of `high`, the rest is `low`. */
  double period, part, high, low;
};

/* 0 where the words are no value. */
int parse_value(const char *words, struct value *value);

/* At a time, in seconds since the scenario's epoch. */
double value_at(const struct value *value, double time);

/* Integral over time. */
double value_area(const struct value *value, double from, double to);

#endif
