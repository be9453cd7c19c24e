export default definePageConfig({ navigationBarTitleText: "我的期初" });
