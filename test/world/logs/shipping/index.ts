export { servePods } from './podApi.js';
export { writePodFiles } from './podFiles.js';
export { rsyslogConfig } from './rsyslogConfig.js';
