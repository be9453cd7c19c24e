export default definePageConfig({ navigationBarTitleText: "改客户资料" });
