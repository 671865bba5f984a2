/* How a value is written (times in seconds since the scenario's epoch):
     12.5                    always this
     12.5+3/s                12.5 at the epoch, 3 more with each second
     pulse:1:0.3:100:0       of each second, 0.3 are at 100, the rest at 0
     steps:0=10,5=20         10 from the epoch on, 20 from 5 s on
     processes               what the processes add up to (utilisation, memory) */
#include "value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int parse_steps(const char *words, struct value *value) {
  int read = 0;
  value->shape = STEPS;
  value->steps = 0;
  while (value->steps < 8) {
    struct step *step = &value->step[value->steps];
    if (sscanf(words, "%lf=%lf%n", &step->at, &step->level, &read) != 2) return 0;
    value->steps += 1;
    words += read;
    if (*words == '\0') return 1;
    if (*words++ != ',') return 0;
  }
  return 0;
}

int parse_value(const char *words, struct value *value) {
  char *end;
  memset(value, 0, sizeof *value);
  if (strcmp(words, "processes") == 0) {
    value->shape = OF_PROCESSES;
    return 1;
  }
  if (strncmp(words, "steps:", 6) == 0) return parse_steps(words + 6, value);
  if (strncmp(words, "pulse:", 6) == 0) {
    value->shape = PULSE;
    return sscanf(words + 6, "%lf:%lf:%lf:%lf", &value->period, &value->part, &value->high, &value->low) == 4 &&
           value->period > 0;
  }
  value->start = strtod(words, &end);
  if (end == words) return 0;
  if (*end == '\0') return 1;
  value->shape = RISING;
  value->per_second = strtod(end, &end);
  return strcmp(end, "/s") == 0;
}

static double pulse_at(const struct value *value, double time) {
  double phase = time / value->period;
  return phase - floor(phase) < value->part ? value->high : value->low;
}

static double steps_at(const struct value *value, double time) {
  double level = 0;
  for (int i = 0; i < value->steps; i += 1)
    if (time >= value->step[i].at) level = value->step[i].level;
  return level;
}

double value_at(const struct value *value, double time) {
  switch (value->shape) {
    case RISING:
      return value->start + value->per_second * time;
    case PULSE:
      return pulse_at(value, time);
    case STEPS:
      return steps_at(value, time);
    default:
      return value->start;
  }
}

/* From 0 to `time`. */
static double pulse_area(const struct value *value, double time) {
  double whole = floor(time / value->period);
  double rest = time - whole * value->period;
  double on = value->part * value->period;
  double each = on * value->high + (value->period - on) * value->low;
  double last = rest < on ? rest * value->high : on * value->high + (rest - on) * value->low;
  return whole * each + last;
}

static double steps_area(const struct value *value, double from, double to) {
  double area = 0;
  for (int i = 0; i < value->steps; i += 1) {
    double begin = fmax(from, value->step[i].at);
    double end = i + 1 < value->steps ? fmin(to, value->step[i + 1].at) : to;
    if (end > begin) area += (end - begin) * value->step[i].level;
  }
  return area;
}

double value_area(const struct value *value, double from, double to) {
  switch (value->shape) {
    case RISING:
      return value->start * (to - from) + value->per_second * (to * to - from * from) / 2;
    case PULSE:
      return pulse_area(value, to) - pulse_area(value, from);
    case STEPS:
      return steps_area(value, from, to);
    default:
      return value->start * (to - from);
  }
}
