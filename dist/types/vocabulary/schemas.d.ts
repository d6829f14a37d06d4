/** Parts of the configuration's JSON Schema. Descriptions are what an owner's editor shows. */
export declare const text: (description: string, maxLength?: number) => {
    type: string;
    maxLength: number;
    description: string;
};
export declare const name: (description: string) => {
    type: string;
    minLength: number;
    maxLength: number;
    description: string;
};
export declare const flag: (description: string, initial: boolean) => {
    type: string;
    default: boolean;
    description: string;
};
export declare const choice: (description: string, values: readonly string[], initial?: string) => {
    enum: readonly string[];
    default?: string;
    description: string;
};
export declare const whole: (description: string, minimum: number, maximum: number, initial?: number) => {
    type: string;
    minimum: number;
    maximum: number;
    default?: number;
    description: string;
};
export declare const list: (description: string, items: object, more?: object) => {
    type: string;
    items: object;
    uniqueItems: boolean;
    description: string;
};
export declare const shape: (description: string, properties: object, more?: object) => {
    type: string;
    additionalProperties: boolean;
    description: string;
    properties: object;
};
/** A reference to one of the schema's `$defs`. */
export declare const ref: (definition: string, description?: string) => {
    $ref: string;
    description?: string;
};
/** The title says in messages what was expected. */
export declare const form: (title: string, pattern: string, description?: string, maxLength?: number) => {
    type: string;
    title: string;
    pattern: string;
    maxLength: number;
    description: string;
};
