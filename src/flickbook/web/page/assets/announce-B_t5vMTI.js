import{r as a}from"./naming-x_UzHE7N.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
