/** The reference stub has no types of its own. */
declare module "@iabtechlabtcf/stub" {
  export default function stub(): void;
}
