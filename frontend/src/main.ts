import "./start";
import { createApp } from "vue";
import { openSession } from "./api/session";
import App from "./App.vue";
import { router } from "./router";
import "./styles/base.css";
import "./styles/controls.css";

await openSession();
createApp(App).use(router).mount("#app");
