/** What a line or number stands for; a role has one colour and one line style on every board. */
export type Role =
  | 'asked'
  | 'held'
  | 'used'
  | 'free'
  | 'total'
  | 'limit'
  | 'wasted'
  | 'memory'
  | 'power'
  | 'heat'
  | 'fault';
