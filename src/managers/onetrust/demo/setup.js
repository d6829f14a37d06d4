/* What the owner pastes: OneTrust calls this each time it has loaded, and at each choice. */
/* exported OptanonWrapper */

window.OptanonWrapper = () => {};
