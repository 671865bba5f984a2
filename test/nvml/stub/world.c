#include "world.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double world_now(const struct world *world) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9 - world->epoch_ms / 1e3;
}

uint64_t world_us(const struct world *world, double time) {
  return (uint64_t)llround(world->epoch_ms * 1e3 + time * 1e6);
}

const struct value *find_figure(const struct figures *figures, const char *name) {
  for (int i = 0; i < figures->count; i += 1)
    if (strcmp(figures->list[i].name, name) == 0) return &figures->list[i].value;
  return NULL;
}

int process_lives(const struct process *process, double time) {
  return time >= process->from && time < process->until;
}

double process_busy(const struct process *process, double from, double to) {
  double begin = fmax(from, process->from);
  double end = fmin(to, process->until);
  return end > begin && to > from ? value_area(&process->busy, begin, end) / (to - from) : 0;
}

void free_world(struct world *world) {
  if (world == NULL) return;
  for (int i = 0; i < world->gpus; i += 1) {
    struct gpu *gpu = &world->gpu[i];
    for (int j = 0; j < gpu->instances; j += 1) free(gpu->instance[j].figures.list);
    free(gpu->figures.list);
    free(gpu->instance);
    free(gpu->process);
  }
  free(world->gpu);
  free(world->rule);
  free(world->xid);
  free(world);
}
