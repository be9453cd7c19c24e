export default definePageConfig({ navigationBarTitleText: "客户地点" });
