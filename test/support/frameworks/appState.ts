/** What the test changes in a fixture; all frameworks show the same. */
export interface AppState {
  /** The owner's number as the page writes it, in pieces that become text nodes of their own. */
  phone: string;
  tail: string;
  /** As a link dials it. */
  tel: string;
  calls: number;
  isOpen: boolean;
  items: string[];
}

export const INITIAL: AppState = {
  phone: "01 23 45 67 89",
  tail: "67 89",
  tel: "+33123456789",
  calls: 0,
  isOpen: true,
  items: ["a", "b", "c"],
};

/** `window.app` of every fixture. */
export interface App {
  /** Changes the state; the page is written on return, or in Vue when the promise is settled. */
  set(changes: Partial<AppState>): unknown;
  unmount(): void;
}

/** Server markup is taken over where there is some. */
export const container = (): HTMLElement => document.querySelector("#app") as HTMLElement;
