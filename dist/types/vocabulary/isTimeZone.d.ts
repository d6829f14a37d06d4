/** Whether the name is one of the IANA database (aliases included), not an offset such as `+02:00`. */
export declare function isTimeZone(name: string): boolean;
