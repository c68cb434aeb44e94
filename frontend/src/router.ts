import { nextTick } from "vue";
import { createRouter, createWebHashHistory } from "vue-router";
import { reads, session } from "./api/session";
import { placeAfterUnlock } from "./places";
import { texts } from "./texts";
import LibraryView from "./views/LibraryView.vue";

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: "/", name: "library", component: LibraryView, meta: { title: texts.library.title, served: true } },
    {
      path: "/upload",
      name: "upload",
      component: () => import("./views/UploadView.vue"),
      meta: { title: texts.upload.title, served: true },
    },
    {
      path: "/watch/:name+",
      name: "watch",
      component: () => import("./views/WatchView.vue"),
      meta: { title: texts.watch.tab, served: true },
    },
    {
      path: "/open",
      name: "open",
      component: () => import("./views/OpenView.vue"),
      meta: { title: texts.open.title },
    },
    {
      path: "/locked",
      name: "locked",
      component: () => import("./views/LockedView.vue"),
      meta: { title: texts.locked.tab },
    },
    { path: "/:rest(.*)*", redirect: "/" },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
});

router.beforeEach((to) => {
  if (to.name === "locked" && reads.value) return placeAfterUnlock(to.query["to"]);
  if (!to.meta.served) return true;
  if (session.value === null) return { name: "open" };
  return reads.value ? true : { name: "locked", query: { to: to.fullPath } };
});

// After a change of view, reading and tabbing go on at its heading. A change of the query alone moves nothing.
router.afterEach((to, from) => {
  const first = from.matched.length === 0;
  if (to.path === from.path && !first) return;
  document.title = texts.common.tab(to.meta.title as string);
  if (first) return;
  void nextTick(() => document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true }));
});

// The files of a view are gone once the service was updated; the page anew brings the new ones.
router.onError(async (_, to, from) => {
  if (from.matched.length === 0) return;
  const answer = await fetch(document.baseURI, { method: "HEAD" }).catch(() => null);
  if (!answer?.ok) return;
  history.pushState(null, "", router.resolve(to.fullPath).href);
  location.reload();
});
