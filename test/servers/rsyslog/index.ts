export { ensureRsyslog, type RsyslogProgram } from './program.js';
export { startRsyslog } from './server.js';
