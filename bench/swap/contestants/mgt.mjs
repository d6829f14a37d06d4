export const run = () => window.mgt("swap");
