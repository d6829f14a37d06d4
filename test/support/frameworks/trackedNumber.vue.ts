import { createApp, h, nextTick, ref } from "vue";
import { container } from "./appState.ts";
import Contact from "./Contact.vue";

const owner = ref("+33123456789");
const app = createApp({ render: () => h(Contact, { owner: owner.value }) });
app.mount(container());

Object.assign(window, {
  app: {
    set({ tel }: { tel: string }) {
      owner.value = tel;
      return nextTick();
    },
    unmount: () => app.unmount(),
  },
});
