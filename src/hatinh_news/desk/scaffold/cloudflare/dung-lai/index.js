export default {
  async scheduled(_event, env) {
    if (env.DUNG_LAI) {
      await fetch(env.DUNG_LAI, { method: "POST" });
    }
  },
};
