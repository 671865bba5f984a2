/* How a value is written (times in seconds since the scenario's epoch):
     12.5                    always this
     12.5+3/s                12.5 at the epoch, 3 more with each second
     pulse:1:0.3:100:0       of each second, 0.3 are at 100, the rest at 0
     processes               what the processes add up to (utilisation, memory) */
#include "value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int parse_value(const char *words, struct value *value) {
  char *end;
  memset(value, 0, sizeof *value);
  if (strcmp(words, "processes") == 0) {
    value->shape = OF_PROCESSES;
    return 1;
  }
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

double value_at(const struct value *value, double time) {
  switch (value->shape) {
    case RISING:
      return value->start + value->per_second * time;
    case PULSE:
      return pulse_at(value, time);
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

double value_area(const struct value *value, double from, double to) {
  switch (value->shape) {
    case RISING:
      return value->start * (to - from) + value->per_second * (to * to - from * from) / 2;
    case PULSE:
      return pulse_area(value, to) - pulse_area(value, from);
    default:
      return value->start * (to - from);
  }
}
