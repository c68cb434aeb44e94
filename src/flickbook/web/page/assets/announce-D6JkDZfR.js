import{r as a}from"./naming-Cj3Zk-yg.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
