#include "place.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *beside_library(const char *name, char *path, size_t size) {
  Dl_info info;
  if (dladdr((void *)beside_library, &info) == 0 || info.dli_fname == NULL) return NULL;
  const char *slash = strrchr(info.dli_fname, '/');
  int length = slash == NULL ? 0 : (int)(slash - info.dli_fname) + 1;
  snprintf(path, size, "%.*s%s", length, info.dli_fname, name);
  return path;
}

const char *scenario_path(void) {
  static char path[4096];
  const char *named = getenv("GPUSCOPE_STUB_NVML");
  return named != NULL ? named : beside_library("synthetic-nvml.txt", path, sizeof path);
}

const char *counts_path(void) {
  static char path[4096];
  const char *named = getenv("GPUSCOPE_STUB_NVML_COUNTS");
  return named != NULL ? named : beside_library("nvml-counts", path, sizeof path);
}
