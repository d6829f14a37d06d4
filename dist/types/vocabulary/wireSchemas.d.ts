/** JSON Schemas of the values that pages send. */
export declare const MAX_NAME = 64;
export declare const uuid: {
    type: string;
    pattern: string;
};
export declare const uuidV4: {
    type: string;
    pattern: string;
};
export declare const text: (maxLength: number) => {
    type: string;
    maxLength: number;
};
export declare const time: {
    type: string;
    minimum: number;
    maximum: number;
};
export declare const pages: {
    type: string;
    minimum: number;
    maximum: number;
};
export declare const url: {
    type: string;
    maxLength: number;
};
/** `http` or `https`. */
export declare const pageUrl: {
    type: string;
    maxLength: number;
    format: string;
};
export declare const phone: {
    type: string;
    pattern: string;
};
export declare const optionalPhone: {
    type: string;
    pattern: string;
};
/** Id of a condition, `""` where none is in force. */
export declare const condition: {
    type: string;
    maxLength: number;
};
export declare const source: {
    type: string;
    maxLength: number;
};
