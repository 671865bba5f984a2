/* The driver's own samples: the n-th covers the sample_every seconds before n * sample_every. On a GPU with MIG there
   are none. */
#include <math.h>

#include "figures.h"

/* Samples that the driver still has and that are newer than a time (µs since 1970). */
struct range {
  long first, last;
};

static struct range samples_since(const struct gpu *gpu, uint64_t since_us) {
  struct range range;
  range.last = (long)floor(now() / gpu->sample_every);
  range.first = range.last - (long)(gpu->sample_kept / gpu->sample_every) + 1;
  if (range.first < 1) range.first = 1;
  while (range.first <= range.last && world_us(world(), (double)range.first * gpu->sample_every) <= since_us)
    range.first += 1;
  return range;
}

static uint64_t time_of(const struct gpu *gpu, long sample) {
  return world_us(world(), (double)sample * gpu->sample_every);
}

static unsigned busy_in(const struct gpu *gpu, const struct process *process, long sample) {
  double end = (double)sample * gpu->sample_every;
  return (unsigned)lround(process_busy(process, end - gpu->sample_every, end));
}

static answer utilization_in(const struct target *at, long sample, unsigned *percent) {
  double end = (double)sample * at->gpu->sample_every;
  double value;
  answer code = figure_mean(at, "utilization", end - at->gpu->sample_every, end, &value);
  if (code == NVML_SUCCESS) *percent = (unsigned)lround(value);
  return code;
}

EXPORT answer nvmlDeviceGetUtilizationRates(handle device, struct busy *busy) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (busy == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->mig == 1) return leave(NVML_ERROR_NOT_SUPPORTED);
  busy->memory = 0;
  return leave(utilization_in(&at, (long)floor(now() / at.gpu->sample_every), &busy->gpu));
}

static answer engine(const char *call, handle device, const char *name, unsigned *percent, unsigned *period_us) {
  struct target at;
  double value = 0;
  answer code = enter_device(call, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (percent == NULL || period_us == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->mig == 1) return leave(NVML_ERROR_NOT_SUPPORTED);
  code = figure_now(&at, name, &value);
  if (code == NVML_SUCCESS) *percent = (unsigned)value;
  *period_us = (unsigned)(at.gpu->sample_every * 1e6);
  return leave(code);
}

EXPORT answer nvmlDeviceGetEncoderUtilization(handle device, unsigned *percent, unsigned *period_us) {
  return engine(__func__, device, "encoder", percent, period_us);
}

EXPORT answer nvmlDeviceGetDecoderUtilization(handle device, unsigned *percent, unsigned *period_us) {
  return engine(__func__, device, "decoder", percent, period_us);
}

/* Type 1: utilisation of the GPU; without a buffer, how many samples there may be. */
EXPORT answer nvmlDeviceGetSamples(handle device, unsigned type, uint64_t since_us, int *value_type, unsigned *count,
                                   struct sample *samples) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (count == NULL || value_type == NULL || (samples != NULL && *count == 0))
    return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (type != 1 || at.gpu->mig == 1) return leave(NVML_ERROR_NOT_SUPPORTED);
  *value_type = TYPE_WHOLE;
  if (samples == NULL) {
    *count = (unsigned)(at.gpu->sample_kept / at.gpu->sample_every);
    return leave(NVML_SUCCESS);
  }
  struct range range = samples_since(at.gpu, since_us);
  unsigned room = *count;
  *count = 0;
  for (long i = range.first; i <= range.last && *count < room; i += 1) {
    struct sample *sample = &samples[*count];
    sample->at_us = time_of(at.gpu, i);
    sample->value.wide = 0;
    code = utilization_in(&at, i, &sample->value.whole);
    if (code != NVML_SUCCESS) return leave(code);
    *count += 1;
  }
  return leave(*count == 0 ? NVML_ERROR_NOT_FOUND : NVML_SUCCESS);
}

struct told {
  unsigned room, count;
  struct process_sample *list;
};

static void tell(struct told *told, unsigned pid, uint64_t at_us, unsigned percent) {
  if (told->count < told->room) told->list[told->count] = (struct process_sample){pid, at_us, percent, 0, 0, 0};
  told->count += 1;
}

/* Only processes that were busy at some time within the range are told of. */
static void tell_process(struct told *told, const struct gpu *gpu, const struct process *process, struct range range) {
  unsigned sum = 0;
  long newest = 0;
  for (long i = range.first; i <= range.last; i += 1) {
    unsigned percent = busy_in(gpu, process, i);
    if (percent == 0) continue;
    sum += percent;
    newest = i;
    if (gpu->telling == TELL_EACH) tell(told, process->pid, time_of(gpu, i), percent);
  }
  if (newest == 0 || gpu->telling == TELL_EACH) return;
  unsigned mean = (unsigned)lround((double)sum / (double)(range.last - range.first + 1));
  unsigned percent = gpu->telling == TELL_MEAN ? mean : busy_in(gpu, process, newest);
  tell(told, process->pid, time_of(gpu, newest), percent);
}

EXPORT answer nvmlDeviceGetProcessUtilization(handle device, struct process_sample *samples, unsigned *count,
                                              uint64_t since_us) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (count == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->mig == 1) return leave(NVML_ERROR_NOT_SUPPORTED);
  struct range range = samples_since(at.gpu, since_us);
  struct told told = {samples == NULL ? 0 : *count, 0, samples};
  for (int i = 0; i < at.gpu->processes; i += 1) tell_process(&told, at.gpu, &at.gpu->process[i], range);
  if (at.gpu->garbage && range.first <= range.last) {
    tell(&told, 0, time_of(at.gpu, range.last), 50);
    if (at.gpu->processes > 0) tell(&told, at.gpu->process[0].pid, time_of(at.gpu, range.last), 4294967295u);
  }
  *count = told.count;
  if (told.count == 0) return leave(NVML_ERROR_NOT_FOUND);
  return leave(told.count > told.room ? NVML_ERROR_INSUFFICIENT_SIZE : NVML_SUCCESS);
}
