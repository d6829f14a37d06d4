import { type Session } from "./session.js";
/** Whatever stands in the cookie. */
export declare const visitorId: () => string;
/** The session, where there is a visitor too. */
export declare function remembered(): Session | undefined;
/** @returns false where the terminal does not keep both names: then it keeps neither, and the console says so */
export declare function remember(session: Session, visitor?: string): boolean;
/** Both names are gone when this returns. Where there is no cookie none is written, not even a deletion. */
export declare function forgetAll(): void;
