function n(t){return{name:"watch",params:{name:t.split("/")}}}function a(t){return typeof t=="string"&&t.startsWith("/")?t:"/"}export{a as p,n as w};
