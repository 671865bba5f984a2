/* What every call goes through: the scenario of this moment, whether the library may answer, scripted failures. */
#ifndef SESSION_H
#define SESSION_H

#include "world.h"

/* The device that a handle stands for, in this moment's world. */
struct target {
  struct gpu *gpu;
  int index;
  /* NULL: the GPU itself */
  struct instance *instance;
};

/* Begin a call. With NVML_SUCCESS the world stays as it is until `leave`; otherwise the call is over. */
answer enter(const char *call);
/* As `enter`, within one call. */
answer enter_again(const char *call);
answer enter_device(const char *call, handle device, struct target *target);
/* As `enter`, before nvmlInit. */
answer enter_start(const char *call);
answer leave(answer code);

/* Another after each start that followed an end or a reload. */
unsigned session_number(void);

const struct world *world(void);
double now(void);

/* nvmlShutdown as a whole. */
answer end_session(void);

/* Only between enter and leave. */
answer start_session(void);
handle handle_of(const struct gpu *gpu, const struct instance *instance);
answer target_of(handle device, struct target *target);
/* How often this GPU's process lists did not fit so far. */
int *misfits_of(int gpu);

/* The caller did what no caller should: a wrong version, a void handle, something freed twice. */
answer misuse(answer code);

#endif
