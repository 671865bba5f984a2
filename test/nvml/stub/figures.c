#include "figures.h"

#include <math.h>

static const struct value *figure(const struct target *at, const char *name) {
  return find_figure(at->instance == NULL ? &at->gpu->figures : &at->instance->figures, name);
}

static int is_here(const struct target *at, const struct process *process) {
  return at->instance == NULL || process->gpu_instance == at->instance->gpu_instance;
}

double busy_processes(const struct target *at, double from, double to) {
  double sum = 0;
  for (int i = 0; i < at->gpu->processes; i += 1)
    if (is_here(at, &at->gpu->process[i])) sum += process_busy(&at->gpu->process[i], from, to);
  return fmin(sum, 100);
}

static double memory_of_processes(const struct target *at, double time) {
  double sum = 0;
  for (int i = 0; i < at->gpu->processes; i += 1) {
    const struct process *process = &at->gpu->process[i];
    if (is_here(at, process) && process_lives(process, time) && process->memory > 0) sum += process->memory;
  }
  return sum;
}

answer figure_now(const struct target *at, const char *name, double *value) {
  const struct value *found = figure(at, name);
  if (found == NULL) return NVML_ERROR_NOT_SUPPORTED;
  *value = found->shape == OF_PROCESSES ? memory_of_processes(at, now()) : value_at(found, now());
  return NVML_SUCCESS;
}

answer figure_mean(const struct target *at, const char *name, double from, double to, double *value) {
  const struct value *found = figure(at, name);
  if (found == NULL) return NVML_ERROR_NOT_SUPPORTED;
  *value = found->shape == OF_PROCESSES ? busy_processes(at, from, to) : value_area(found, from, to) / (to - from);
  return NVML_SUCCESS;
}

answer answer_figure(const char *call, handle device, const char *name, double *value) {
  struct target at;
  answer code = enter_device(call, device, &at);
  if (code != NVML_SUCCESS) return code;
  return leave(figure_now(&at, name, value));
}
