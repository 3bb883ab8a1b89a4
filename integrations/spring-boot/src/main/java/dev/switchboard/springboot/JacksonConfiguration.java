package dev.switchboard.springboot;

import dev.switchboard.webhooks.StateCodec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The state of calls as JSON, written by Spring's own mapper. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JsonMapper.class)
class JacksonConfiguration {
  @Bean
  @ConditionalOnBean(JsonMapper.class)
  @ConditionalOnMissingBean
  StateCodec switchboardStateCodec(JsonMapper mapper) {
    return new StateCodec() {
      @Override
      public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
      }

      @Override
      public <T> T read(byte[] bytes, Class<T> type) {
        return mapper.readValue(bytes, type);
      }
    };
  }
}
