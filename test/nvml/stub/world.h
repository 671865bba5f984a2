/* The world that the library tells of: what the scenario file says. */
#ifndef WORLD_H
#define WORLD_H

#include "abi.h"
#include "value.h"

struct figure {
  char name[32];
  struct value value;
};

struct figures {
  int count;
  struct figure *list;
};

struct process {
  unsigned pid;
  /* compute, graphics or mps */
  char kind[12];
  /* Bytes; negative where the driver does not tell. */
  double memory;
  unsigned gpu_instance, compute_instance;
  /* % of time in which its kernels run */
  struct value busy;
  /* Seconds since the epoch. */
  double from, until;
  /* Is on the list only after so many answers of INSUFFICIENT_SIZE: the list grows between two calls. */
  int appears_after;
};

struct instance {
  unsigned gpu_instance, compute_instance;
  char uuid[96];
  char profile[32];
  unsigned slices, compute_slices;
  uint64_t memory_mib;
  struct figures figures;
};

/* How process utilisation is told: the mean since the last time, every sample, or the newest only. */
enum telling { TELL_MEAN, TELL_EACH, TELL_NEWEST };

struct gpu {
  char uuid[96];
  int minor;
  char name[64];
  char pci[32];
  int mig;
  unsigned max_instances, links;
  /* Bytes of a record in process lists; 0: as the function's version says. */
  unsigned stride;
  /* Seconds between two of the driver's samples, and how far back they reach. */
  double sample_every, sample_kept;
  enum telling telling;
  /* Mixes in what real drivers are seen to mix in: pid 0, and figures above 100. */
  int garbage;
  answer lost;
  struct figures figures;
  int instances;
  struct instance *instance;
  int processes;
  struct process *process;
};

enum rule_kind { FAIL, DELAY, HANG };

struct rule {
  enum rule_kind kind;
  char call[64];
  /* Index of a GPU; -1: any */
  int gpu;
  answer answer;
  double ms;
  double from, until;
};

struct xid {
  unsigned id;
  int gpu;
  unsigned code;
  double at;
  unsigned gpu_instance;
};

struct world {
  double epoch_ms;
  char driver[80];
  int reload;
  int unloaded;
  int gpus;
  struct gpu *gpu;
  int rules;
  struct rule *rule;
  int xids;
  struct xid *xid;
};

/* Reads the file; ends the program where a line makes no sense, for that is a mistake in a test. NULL: no file. */
struct world *read_world(const char *path);
void free_world(struct world *world);

/* Seconds since the scenario's epoch, and µs since 1970 of such a time. */
double world_now(const struct world *world);
uint64_t world_us(const struct world *world, double time);

const struct value *find_figure(const struct figures *figures, const char *name);

int process_lives(const struct process *process, double time);
/* Mean % over a time, 0 outside of its life. */
double process_busy(const struct process *process, double from, double to);

#endif
