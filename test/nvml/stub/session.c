#include "session.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "counts.h"
#include "place.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct world *current;
static struct stat seen;
/* The driver that this library came with; a later one does not talk to it. */
static char own_driver[80];
static int starts;
static int reload_at_start;
static unsigned generation;
static int misfits[64];

static void refresh(void) {
  const char *path = scenario_path();
  struct stat found;
  if (path == NULL || stat(path, &found) != 0) return;
  if (current != NULL && found.st_ino == seen.st_ino && found.st_size == seen.st_size &&
      memcmp(&found.st_mtim, &seen.st_mtim, sizeof found.st_mtim) == 0)
    return;
  struct world *next = read_world(path);
  if (next == NULL) return;
  free_world(current);
  current = next;
  seen = found;
  if (own_driver[0] == '\0') strcpy(own_driver, next->driver);
}

const struct world *world(void) { return current; }

double now(void) { return world_now(current); }

static answer state(int started) {
  if (current == NULL || current->unloaded) return NVML_ERROR_DRIVER_NOT_LOADED;
  if (strcmp(current->driver, own_driver) != 0) return NVML_ERROR_LIB_RM_VERSION_MISMATCH;
  if (started && (starts == 0 || current->reload != reload_at_start)) return NVML_ERROR_UNINITIALIZED;
  return NVML_SUCCESS;
}

static void sleep_ms(double ms) {
  struct timespec rest = {(time_t)(ms / 1e3), (long)(ms * 1e6) % 1000000000L};
  while (nanosleep(&rest, &rest) != 0) continue;
}

static struct rule *rule_for(enum rule_kind kind, const char *call, int gpu) {
  double time = now();
  for (int i = 0; i < current->rules; i += 1) {
    struct rule *rule = &current->rule[i];
    if (rule->kind != kind || time < rule->from || time >= rule->until) continue;
    if (rule->gpu != -1 && rule->gpu != gpu) continue;
    if (strcmp(rule->call, "*") == 0 || strcmp(rule->call, call) == 0) return rule;
  }
  return NULL;
}

/* Waits as the scenario says, without keeping other threads from their calls. */
static void wait_as_told(const char *call, int gpu) {
  if (rule_for(HANG, call, gpu) != NULL) {
    pthread_mutex_unlock(&lock);
    for (;;) pause();
  }
  struct rule *delay = rule_for(DELAY, call, gpu);
  if (delay == NULL) return;
  double ms = delay->ms;
  pthread_mutex_unlock(&lock);
  sleep_ms(ms);
  pthread_mutex_lock(&lock);
  refresh();
}

static answer scripted(const char *call, int gpu) {
  struct rule *rule = rule_for(FAIL, call, gpu);
  return rule == NULL ? NVML_SUCCESS : rule->answer;
}

answer leave(answer code) {
  pthread_mutex_unlock(&lock);
  return code;
}

static answer begin(const char *call, int started, handle device, struct target *target) {
  pthread_mutex_lock(&lock);
  refresh();
  answer code = state(started);
  if (code == NVML_SUCCESS && target != NULL) code = target_of(device, target);
  if (code != NVML_SUCCESS) return leave(code);
  int gpu = target == NULL ? -1 : target->index;
  wait_as_told(call, gpu);
  code = scripted(call, gpu);
  if (code == NVML_SUCCESS) code = state(started);
  /* It may have changed meanwhile. */
  if (code == NVML_SUCCESS && target != NULL) code = target_of(device, target);
  if (code == NVML_SUCCESS && target != NULL) code = target->gpu->lost;
  return code == NVML_SUCCESS ? code : leave(code);
}

answer enter_again(const char *call) { return begin(call, 1, NULL, NULL); }

answer enter(const char *call) {
  add_count(CALLS, 1);
  return enter_again(call);
}

answer enter_start(const char *call) {
  add_count(CALLS, 1);
  return begin(call, 0, NULL, NULL);
}

answer enter_device(const char *call, handle device, struct target *target) {
  add_count(CALLS, 1);
  return begin(call, 1, device, target);
}

answer start_session(void) {
  if (starts == 0 || reload_at_start != current->reload) generation += 1;
  reload_at_start = current->reload;
  starts += 1;
  add_count(SESSIONS, 1);
  add_count(STARTS, 1);
  return NVML_SUCCESS;
}

/* Whatever became of the driver, an end is an end. */
answer end_session(void) {
  add_count(CALLS, 1);
  pthread_mutex_lock(&lock);
  if (starts == 0) return leave(misuse(NVML_ERROR_UNINITIALIZED));
  starts -= 1;
  add_count(SESSIONS, -1);
  return leave(NVML_SUCCESS);
}

unsigned session_number(void) { return generation; }

int *misfits_of(int gpu) { return &misfits[gpu % 64]; }

answer misuse(answer code) {
  add_count(MISUSES, 1);
  return code;
}
