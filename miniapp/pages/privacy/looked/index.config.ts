export default definePageConfig({
  navigationBarTitleText: "谁看过我",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
