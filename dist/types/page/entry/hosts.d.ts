/**
 * Hosts by channel: our own short lists of the sites that matter in Europe, as of 2026-11. Each stands for
 * itself and its subdomains; names that are also common words only with their own top-level domain.
 */
export declare const AI_ASSISTANTS: RegExp;
/** The last but one are Android apps, the last what Meta writes into `utm_source`. */
export declare const SOCIAL_NETWORKS: RegExp;
/** Google without its mail and other services. */
export declare const SEARCH_ENGINES: RegExp;
