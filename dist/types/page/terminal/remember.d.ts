import { type Session } from "./session.js";
/** What this terminal remembers. Cookie and session live and die together: one alone is nobody. */
export interface Remembered {
    visitor: string;
    session: Session;
}
export declare function remembered(): Remembered | undefined;
/** @returns false where the terminal does not keep both names: then it keeps neither */
export declare function remember({ visitor, session }: Remembered): boolean;
/** Both names are gone when this returns. Where there is nothing, nothing is written, not even a deletion. */
export declare function forgetAll(): void;
/** Calls back when another tab has removed the session, or everything. */
export declare function onForgotten(callback: () => void): void;
