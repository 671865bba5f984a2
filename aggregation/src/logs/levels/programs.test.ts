import type { LogLevel } from '../level.js';
import { levelOfLine } from './lineLevel.js';

type Line = readonly [line: string, level: LogLevel | undefined];

/** The formats in which programs of a cluster write by default; what they say is made up. */
const PROGRAMS: Readonly<Record<string, readonly Line[]>> = {
  'container runtimes and kubelets': [
    ['time="2026-11-21T08:00:00.123456789Z" level=info msg="starting container"', 'info'],
    ['time="2026-11-21T08:00:00Z" level=warning msg="image is old" module=containerd', 'warning'],
    ['E1121 08:00:00.123456  812 pod_workers.go:1301] "Error syncing pod, skipping"', 'error'],
    ['I1121 08:00:00.123456       1 controller.go:12] error count is 0', 'info'],
  ],
  CoreDNS: [
    ['[INFO] plugin/reload: running configuration', 'info'],
    ['[ERROR] plugin/errors: 2 example.com. A: timed out', 'error'],
    ['.:53', undefined],
  ],
  'service meshes and proxies': [
    ['2026-11-21T08:00:00.123456Z\tinfo\tads\tpush done', 'info'],
    ['2026-11-21T08:00:00.123456Z\twarn\tauthn\tno policy', 'warning'],
    ['[2026-11-21 08:00:00.123][1][warning][config] [source/x.cc:12] old field', 'warning'],
    ['[2026-11-21 08:00:00.123][1][critical][main] [source/x.cc:12] no room', 'critical'],
    ['2026/11/21 08:00:00 [warn] 29#29: *1 a client request is buffered', 'warning'],
    ['2026/11/21 08:00:00 [crit] 29#29: *1 connect() failed', 'critical'],
    ['2026/11/21 08:00:00 [emerg] 1#1: no "events" section', 'critical'],
    ['10.0.0.1 - - [21/Nov/2026:08:00:00 +0000] "GET / HTTP/1.1" 502 12 "-" "curl"', undefined],
  ],
  networks: [
    ['2026-11-21 08:00:00.123 [INFO][1] felix/int.go 12: ready', 'info'],
    ['2026-11-21 08:00:00.123 [WARNING][1] felix/int.go 12: late', 'warning'],
  ],
  'monitoring in Go': [
    ['ts=2026-11-21T08:00:00.123Z caller=main.go:12 level=info msg="ready"', 'info'],
    ['logger=context userId=1 t=2026-11-21T08:00:00.123Z level=error msg="no"', 'error'],
    ['time=2026-11-21T08:00:00.123Z level=WARN source=main.go:12 msg=late', 'warning'],
    ['level=dbug msg=x', 'debug'],
  ],
  'stores and queues': [
    ['[2026-11-21T08:00:00,123][INFO ][o.e.n.Node               ] [es-0] started', 'info'],
    ['[2026-11-21T08:00:00,123][ERROR][o.o.s.a] [os-0] no', 'error'],
    ['[2026-11-21 08:00:00,123] WARN [Broker id=1] late (kafka.server)', 'warning'],
    ['INFO  [main] 2026-11-21 08:00:00,123 Server.java:12 - listening', 'info'],
    ['2026-11-21 08:00:00.123456+00:00 [error] <0.1.0> gone', 'error'],
    ['2026-11-21 08:00:00.123 UTC [12] LOG:  checkpoint done', undefined],
    ['2026-11-21 08:00:00.123 UTC [12] WARNING:  out of room soon', 'warning'],
    ['2026-11-21T08:00:00.123456Z 12 [Note] [MY-1] [Server] ready', undefined],
    ['2026-11-21T08:00:00.123456Z 12 [ERROR] [MY-1] [Server] gone', 'error'],
    ['{"level":"warn","ts":"2026-11-21T08:00:00.123Z","msg":"slow"}', undefined],
  ],
  'data and jobs': [
    ['26/11/21 08:00:00 INFO SparkContext: running', 'info'],
    ['26/11/21 08:00:00 WARN TaskSetManager: lost task 0.0', 'warning'],
    ['2026-11-21 08:00:00,123 INFO  org.apache.flink.runtime.Job [] - running', 'info'],
    ['[2026-11-21T08:00:00.123+0000] {taskinstance.py:12} INFO - done', 'info'],
    ['[2026-11-21 08:00:00,123: WARNING/MainProcess] late', 'warning'],
    ['[2026-11-21 08:00:00 +0000] [12] [INFO] Listening at: http://0.0.0.0:80', 'info'],
    ['[2026-11-21T08:00:00.123] error: node gpu-3 does not answer', 'error'],
    ['slurmd: error: no room', 'error'],
  ],
  training: [
    ['[2026-11-21 08:00:00,123] [INFO] [engine.py:12:step] step=5', 'info'],
    ['[INFO|trainer.py:123] 2026-11-21 08:00:00,123 >> ***** Running training *****', 'info'],
    ['[WARNING|logging.py:12] 2026-11-21 08:00:00,123 >> old option', 'warning'],
    ['[2026-11-21 08:00:00,123][__main__][INFO] - epoch 5', 'info'],
    ['[rank3]:[E1121 08:00:00.123456789 ProcessGroupNCCL.cpp:12] timed out', 'error'],
    ['gpu-3:812:900 [0] NCCL INFO Channel 00/02', 'info'],
    ['2026-11-21 08:00:00,123\tINFO worker.py:12 -- connected', 'info'],
    ['(raylet) [2026-11-21 08:00:00,123 E 12 12] store.cc:12: no room', 'error'],
    ['W1121 08:00:00.123000 140 torch/distributed/run.py:12] setting threads', 'warning'],
    ['Epoch 5:  12%|█▏        | 12/100 [00:12<01:28,  1.00it/s, loss=1.92]', undefined],
    ['[2026-11-21 08:00:00 TP0] Decode batch. #running-req: 5', undefined],
  ],
  serving: [
    ['INFO 11-21 08:00:00 [engine.py:12] ready', 'info'],
    ['(EngineCore pid=12) ERROR 11-21 08:00:00 [core.py:12] no room', 'error'],
    ['[TensorRT-LLM][WARNING] old engine', 'warning'],
    ['[TRT] [E] no engine', 'error'],
    ['I1121 08:00:00.123456 1 model_pool.cc:12] ready', 'info'],
    ['2026-11-21T08:00:00.123456Z  WARN text_generation_router: src/main.rs:12: late', 'warning'],
  ],
  '.NET and Node': [
    ['info: Microsoft.Hosting.Lifetime[14]', 'info'],
    ['fail: Microsoft.AspNetCore.Server.Kestrel[13]', 'error'],
    ['warn: Program[0]', 'warning'],
    ['dbug: Program[0]', 'debug'],
    ['crit: Program[0]', 'critical'],
    ['2026-11-21 08:00:00.123 +00:00 [WRN] late', 'warning'],
    ['2026-11-21 08:00:00.1234|INFO|App.Main|ready', 'info'],
    ['2026-11-21T08:00:00.123Z [app] error: gone', 'error'],
    ['[2026-11-21T08:00:00.123] [ERROR] default - gone', 'error'],
    ['npm ERR! code 1', undefined],
  ],
  'C++': [
    ['[2026-11-21 08:00:00.123] [core] [warning] late', 'warning'],
    ['[2026-11-21 08:00:00.123456] [0x00007f12] [info]    ready', 'info'],
    ['terminate called after throwing an instance of x', undefined],
  ],
  'programs in Chinese': [
    ['2026-11-21 08:00:00 【警告】磁盘不足', 'warning'],
    ['[2026-11-21 08:00:00][错误] 连接失败', 'error'],
    ['2026-11-21 08:00:00 [调度器] 严重: 节点失联', 'critical'],
    ['级别=错误 消息=连接失败', 'error'],
    ['日志级别=WARN 消息=磁盘', 'warning'],
    ['信息: 服务已启动', 'info'],
    ['【INFO】服务已启动', 'info'],
    ['没有错误: 一切正常', undefined],
    ['已忽略 3 个警告', undefined],
    ['异常订单处理完毕', undefined],
  ],
  machines: [
    ['<30>Nov 21 08:00:00 gpu-vm-7 systemd[1]: started', 'info'],
    ['<4>[12345.678] nvidia: module is not signed', 'warning'],
    ['session opened for user root', undefined],
    ['error: kex_exchange_identification: closed', 'error'],
  ],
};

describe.each(Object.entries(PROGRAMS))('%s', (_, lines) => {
  it.each(lines)('%j is %s', (line, level) => {
    expect(levelOfLine(line)).toBe(level);
  });
});
