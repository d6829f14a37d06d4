export declare const AI_ASSISTANTS: RegExp;
export declare const SOCIAL_NETWORKS: RegExp;
/** With nothing before them but `www`, `m` or what ends in `search`: mail.google.com is none. */
export declare const SEARCH_ENGINES: RegExp;
