/* Reads the scenario: one thing a line, in the order in which test/nvml/scenario/text.ts writes it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"
#include "world.h"

/* Room for one more, cleared; arrays double when they are full. */
static void *one_more(void **list, int *count, size_t size) {
  if ((*count & (*count - 1)) == 0) *list = realloc(*list, (size_t)(*count == 0 ? 1 : *count * 2) * size);
  void *added = (char *)*list + (size_t)*count * size;
  *count += 1;
  return memset(added, 0, size);
}

#define ONE_MORE(list, count) one_more((void **)&(list), &(count), sizeof *(list))

static struct gpu *gpu_at(const struct line *line, struct world *world) {
  const char *word = word_at(line, 1);
  int index = atoi(word);
  if (index < 0 || index >= world->gpus) reject(line, "no such GPU", word);
  return &world->gpu[index];
}

static void read_gpu(const struct line *line, struct world *world) {
  struct gpu *gpu = ONE_MORE(world->gpu, world->gpus);
  copy_text(line, "uuid", "", gpu->uuid, sizeof gpu->uuid);
  copy_text(line, "name", "", gpu->name, sizeof gpu->name);
  copy_text(line, "pci", "", gpu->pci, sizeof gpu->pci);
  gpu->minor = (int)number_of(line, "minor", -1);
  gpu->mig = (int)number_of(line, "mig", -1);
  gpu->max_instances = (unsigned)number_of(line, "maxInstances", 7);
  gpu->links = (unsigned)number_of(line, "links", 0);
  gpu->stride = (unsigned)number_of(line, "stride", 0);
  gpu->sample_every = number_of(line, "sampleEvery", 1.0 / 6);
  gpu->sample_kept = number_of(line, "sampleKept", 20);
  gpu->garbage = (int)number_of(line, "garbage", 0);
  const char *telling = text_of(line, "telling");
  if (telling == NULL || strcmp(telling, "mean") == 0) gpu->telling = TELL_MEAN;
  else if (strcmp(telling, "each") == 0) gpu->telling = TELL_EACH;
  else if (strcmp(telling, "newest") == 0) gpu->telling = TELL_NEWEST;
  else reject(line, "telling is mean, each or newest", telling);
}

static void read_instance(const struct line *line, struct world *world) {
  struct gpu *gpu = gpu_at(line, world);
  struct instance *instance = ONE_MORE(gpu->instance, gpu->instances);
  instance->gpu_instance = (unsigned)number_of(line, "gi", 0);
  instance->compute_instance = (unsigned)number_of(line, "ci", 0);
  instance->slices = (unsigned)number_of(line, "slices", 1);
  instance->compute_slices = (unsigned)number_of(line, "computeSlices", instance->slices);
  instance->memory_mib = (uint64_t)number_of(line, "memoryMiB", 0);
  copy_text(line, "uuid", "", instance->uuid, sizeof instance->uuid);
  copy_text(line, "profile", "", instance->profile, sizeof instance->profile);
}

/* figure GPU[.GPU INSTANCE] NAME VALUE */
static void read_figure(const struct line *line, struct world *world) {
  struct gpu *gpu = gpu_at(line, world);
  struct figures *figures = &gpu->figures;
  const char *dot = strchr(word_at(line, 1), '.');
  if (dot != NULL) {
    figures = NULL;
    for (int i = 0; i < gpu->instances && figures == NULL; i += 1)
      if (gpu->instance[i].gpu_instance == (unsigned)atoi(dot + 1)) figures = &gpu->instance[i].figures;
    if (figures == NULL) reject(line, "no such instance", word_at(line, 1));
  }
  struct figure *figure = ONE_MORE(figures->list, figures->count);
  snprintf(figure->name, sizeof figure->name, "%s", word_at(line, 2));
  if (!parse_value(word_at(line, 3), &figure->value)) reject(line, "no value", word_at(line, 3));
}

static void read_process(const struct line *line, struct world *world) {
  struct gpu *gpu = gpu_at(line, world);
  struct process *process = ONE_MORE(gpu->process, gpu->processes);
  process->pid = (unsigned)number_of(line, "pid", 0);
  process->memory = number_of(line, "memory", -1);
  process->gpu_instance = (unsigned)number_of(line, "gi", NO_INSTANCE);
  process->compute_instance = (unsigned)number_of(line, "ci", process->gpu_instance == NO_INSTANCE ? NO_INSTANCE : 0);
  process->from = number_of(line, "from", -INFINITY);
  process->until = number_of(line, "until", INFINITY);
  process->appears_after = (int)number_of(line, "appearsAfter", 0);
  copy_text(line, "kind", "compute", process->kind, sizeof process->kind);
  value_of(line, "busy", "0", &process->busy);
}

static void read_rule(const struct line *line, struct world *world, enum rule_kind kind) {
  struct rule *rule = ONE_MORE(world->rule, world->rules);
  rule->kind = kind;
  snprintf(rule->call, sizeof rule->call, "%s", word_at(line, 1));
  if (kind == FAIL) rule->answer = answer_named(line, word_at(line, 2));
  rule->ms = number_of(line, "ms", 0);
  rule->gpu = (int)number_of(line, "gpu", -1);
  rule->from = number_of(line, "from", -INFINITY);
  rule->until = number_of(line, "until", INFINITY);
}

static void read_xid(const struct line *line, struct world *world) {
  struct xid *xid = ONE_MORE(world->xid, world->xids);
  xid->gpu = atoi(word_at(line, 1));
  xid->id = (unsigned)number_of(line, "id", 0);
  xid->code = (unsigned)number_of(line, "code", 0);
  xid->at = number_of(line, "at", 0);
  xid->gpu_instance = (unsigned)number_of(line, "gi", NO_INSTANCE);
}

static void read_line(const struct line *line, struct world *world) {
  const char *what = line->word[0];
  if (strcmp(what, "epoch") == 0) world->epoch_ms = atof(word_at(line, 1));
  else if (strcmp(what, "driver") == 0) snprintf(world->driver, sizeof world->driver, "%s", word_at(line, 1));
  else if (strcmp(what, "reload") == 0) world->reload = atoi(word_at(line, 1));
  else if (strcmp(what, "unloaded") == 0) world->unloaded = 1;
  else if (strcmp(what, "gpu") == 0) read_gpu(line, world);
  else if (strcmp(what, "instance") == 0) read_instance(line, world);
  else if (strcmp(what, "figure") == 0) read_figure(line, world);
  else if (strcmp(what, "process") == 0) read_process(line, world);
  else if (strcmp(what, "xid") == 0) read_xid(line, world);
  else if (strcmp(what, "fail") == 0) read_rule(line, world, FAIL);
  else if (strcmp(what, "delay") == 0) read_rule(line, world, DELAY);
  else if (strcmp(what, "hang") == 0) read_rule(line, world, HANG);
  else if (strcmp(what, "lost") == 0) gpu_at(line, world)->lost = answer_named(line, word_at(line, 2));
  else reject(line, "unknown", what);
}

struct world *read_world(const char *path) {
  FILE *file = fopen(path, "re");
  if (file == NULL) return NULL;
  struct world *world = calloc(1, sizeof *world);
  char *text = NULL;
  size_t room = 0;
  struct line line;
  for (int number = 1; getline(&text, &room, file) != -1; number += 1)
    if (split_line(text, number, &line) > 0) read_line(&line, world);
  free(text);
  fclose(file);
  return world;
}
